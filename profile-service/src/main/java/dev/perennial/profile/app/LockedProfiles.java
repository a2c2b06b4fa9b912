package dev.perennial.profile.app;

import static java.util.stream.Collectors.toSet;

import dev.perennial.profile.domain.Consents;
import dev.perennial.profile.domain.Profile;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.store.ConsentTable;
import dev.perennial.profile.store.Profiles;
import dev.perennial.profile.store.Profiles.Locked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Locks profiles and reads what events need of them. A profile that was merged since its events
 * were resolved gives way to its canonical one: {@code merged_into} is true only under the lock.
 */
@ApplicationScoped
public class LockedProfiles {

  private final Profiles profiles;
  private final ConsentTable consents;

  public LockedProfiles(Profiles profiles, ConsentTable consents) {
    this.profiles = profiles;
    this.consents = consents;
  }

  /** The canonical profile of each key that was asked for. */
  public static final class Current {

    private final Map<ProfileKey, ProfileKey> canonical = new HashMap<>();
    private final Map<ProfileKey, Profile> profiles = new HashMap<>();

    Profile of(ProfileKey key) {
      var owner = canonical.getOrDefault(key, key);
      return Objects.requireNonNull(profiles.get(owner), "a resolved profile is missing");
    }

    void put(Profile profile) {
      profiles.put(profile.key(), profile);
    }

    private void add(Locked locked) {
      if (locked.mergedInto() == null) {
        put(locked.profile());
      } else {
        canonical.put(locked.profile().key(), locked.mergedInto());
      }
    }

    private Set<ProfileKey> missing() {
      return canonical.values().stream().filter(key -> !profiles.containsKey(key)).collect(toSet());
    }

    private Set<ProfileKey> canonical(Collection<ProfileKey> keys) {
      return keys.stream().map(key -> canonical.getOrDefault(key, key)).collect(toSet());
    }

    private void add(ProfileKey key, Consents consents) {
      put(of(key).withConsents(consents));
    }
  }

  /**
   * Locks these profiles.
   *
   * @param withTraits those of them whose traits are needed
   * @param withConsents those of them whose consents are needed
   */
  Uni<Current> lock(
      SqlConnection tx,
      Collection<ProfileKey> keys,
      Collection<ProfileKey> withTraits,
      Collection<ProfileKey> withConsents) {
    var current = new Current();
    Function<Map<ProfileKey, Locked>, Current> add =
        locked -> {
          locked.values().forEach(current::add);
          return current;
        };
    return profiles
        .lock(tx, keys, Set.copyOf(withTraits))
        .map(add)
        .map(Current::missing)
        .chain(missing -> profiles.lock(tx, missing, missing))
        .map(add)
        .chain(() -> consents.load(tx, current.canonical(withConsents)))
        .invoke(loaded -> loaded.forEach(current::add))
        .replaceWith(current);
  }
}
