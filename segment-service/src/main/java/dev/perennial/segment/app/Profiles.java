package dev.perennial.segment.app;

import dev.perennial.segment.domain.Member;
import dev.perennial.segment.domain.Membership;
import dev.perennial.segment.domain.Outcome;
import dev.perennial.segment.domain.Profile;
import dev.perennial.segment.domain.ProfileKey;
import dev.perennial.segment.store.MembershipTable;
import dev.perennial.segment.store.MembershipTable.Gone;
import dev.perennial.segment.store.ProfileTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loads and saves profiles with their memberships: a fixed number of statements for any number. */
@ApplicationScoped
class Profiles {

  private final ProfileTable profiles;
  private final MembershipTable memberships;

  Profiles(ProfileTable profiles, MembershipTable memberships) {
    this.profiles = profiles;
    this.memberships = memberships;
  }

  Uni<Map<ProfileKey, Profile>> load(SqlConnection tx, Collection<ProfileKey> keys) {
    return profiles.find(tx, keys).chain(found -> complete(tx, found));
  }

  /** Those whose time has come; see {@link ProfileTable#due}. */
  Uni<Map<ProfileKey, Profile>> loadDue(
      SqlConnection tx, Set<Integer> shards, Instant now, int limit) {
    return profiles.due(tx, shards, now, limit).chain(found -> complete(tx, found));
  }

  /** Writes what is different now. */
  Uni<Void> save(SqlConnection tx, Map<ProfileKey, Profile> before, Collection<Outcome> outcomes) {
    var changed = new ArrayList<Profile>();
    var members = new ArrayList<Member>();
    var gone = new ArrayList<Gone>();
    for (var outcome : outcomes) {
      var profile = outcome.profile();
      var old = before.get(profile.key());
      if (profile.equals(old)) {
        continue;
      }
      changed.add(profile);
      var was = old == null ? Map.<String, Membership>of() : old.memberships();
      profile
          .memberships()
          .forEach((segment, membership) -> {
            if (!membership.equals(was.get(segment))) {
              members.add(new Member(profile.key(), segment, membership));
            }
          });
      was.keySet().stream()
          .filter(segment -> !profile.memberships().containsKey(segment))
          .forEach(segment -> gone.add(new Gone(profile.key(), segment)));
    }
    return profiles
        .put(tx, changed)
        .chain(() -> memberships.remove(tx, gone))
        .chain(() -> memberships.put(tx, members));
  }

  private Uni<Map<ProfileKey, Profile>> complete(SqlConnection tx, List<Profile> found) {
    if (found.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    var keys = found.stream().map(Profile::key).toList();
    return memberships.find(tx, keys).map(members -> joined(found, members));
  }

  private static Map<ProfileKey, Profile> joined(List<Profile> found, List<Member> members) {
    var of = new HashMap<ProfileKey, Map<String, Membership>>();
    for (var member : members) {
      of.computeIfAbsent(member.profile(), key -> new HashMap<>())
          .put(member.segment(), member.membership());
    }
    var profiles = new HashMap<ProfileKey, Profile>();
    for (var profile : found) {
      var memberships = of.getOrDefault(profile.key(), Map.of());
      profiles.put(profile.key(), profile.with(memberships, profile.next()));
    }
    return profiles;
  }
}
