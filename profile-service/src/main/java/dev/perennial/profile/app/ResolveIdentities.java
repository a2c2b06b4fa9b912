package dev.perennial.profile.app;

import static java.util.function.Predicate.not;

import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.profile.domain.CustomerEvent;
import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.Identities;
import dev.perennial.profile.domain.IdentityChanges;
import dev.perennial.profile.domain.IdentityRules;
import dev.perennial.profile.domain.Person;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.domain.Resolution;
import dev.perennial.profile.store.Identifiers;
import dev.perennial.profile.store.Identifiers.Owner;
import dev.perennial.profile.store.PendingMerges;
import dev.perennial.profile.store.Profiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose events these are, and settles it in the database before the unit that records
 * them begins: short transactions with locks in one order, so that partitions that meet the same
 * person neither wait long nor deadlock.
 */
@ApplicationScoped
public class ResolveIdentities {

  private static final IdentityRules RULES = IdentityRules.DEFAULT;

  private final Pool pool;
  private final Identifiers identifiers;
  private final Profiles profiles;
  private final PendingMerges merges;
  private final Clock clock;

  public ResolveIdentities(
      Pool pool, Identifiers identifiers, Profiles profiles, PendingMerges merges, Clock clock) {
    this.pool = pool;
    this.identifiers = identifiers;
    this.profiles = profiles;
    this.merges = merges;
    this.clock = clock;
  }

  /** Another partition settled the same newcomer first: look again. */
  private static final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
      super("another unit settled the same identity first", null, false, false);
    }
  }

  public Uni<List<Resolved>> resolve(List<Incoming> events) {
    var claimed =
        events.stream()
            .flatMap(incoming -> incoming.event().identifiers().stream())
            .filter(not(RULES::blocks))
            .collect(Collectors.toSet());
    return identifiers
        .find(pool, claimed)
        .chain(owners -> {
          var open =
              events.stream()
                  .map(Incoming::event)
                  .filter(event -> !settled(event, owners))
                  .toList();
          return open.isEmpty()
              ? Uni.createFrom().item(combine(events, owners, Map.of()))
              : settle(open).map(resolutions -> combine(events, owners, resolutions));
        });
  }

  private static boolean settled(CustomerEvent event, Map<Identifier, Owner> owners) {
    var distinct =
        event.identifiers().stream()
            .map(identifier -> owners.get(identifier))
            .map(owner -> owner == null ? null : owner.profile())
            .distinct()
            .toList();
    return distinct.size() == 1 && distinct.getFirst() != null;
  }

  private Uni<Map<CustomerEvent, Resolution>> settle(List<CustomerEvent> events) {
    return pool.withTransaction(tx -> settle(tx, events))
        .onFailure(OvertakenException.class)
        .retry()
        .indefinitely();
  }

  private Uni<Map<CustomerEvent, Resolution>> settle(SqlConnection tx, List<CustomerEvent> events) {
    var claimed =
        events.stream()
            .flatMap(event -> event.identifiers().stream())
            .filter(not(RULES::blocks))
            .collect(Collectors.toSet());
    return identifiers
        .find(tx, claimed)
        .map(owners -> owners.values().stream().map(Owner::profile).collect(Collectors.toSet()))
        .chain(owners -> profiles.lock(tx, owners, Set.of()))
        .chain(locked ->
            // Looked at again now that nobody else can change them.
            identifiers.ownedBy(tx, locked.keySet()).map(owned -> people(locked.values(), owned)))
        .chain(people -> decide(tx, events, people));
  }

  private static List<Person> people(
      Collection<Profiles.Locked> locked, Map<ProfileKey, Set<Identifier>> owned) {
    return locked.stream()
        .map(each -> {
          var key = each.profile().key();
          return Person.known(key, each.createdAt(), owned.getOrDefault(key, Set.of()));
        })
        .toList();
  }

  private Uni<Map<CustomerEvent, Resolution>> decide(
      SqlConnection tx, List<CustomerEvent> events, List<Person> people) {
    var identities = new Identities(RULES, people, clock.instant());
    var resolutions = new IdentityHashMap<CustomerEvent, Resolution>();
    for (var event : events) {
      identities
          .resolve(event.identifiers())
          .ifPresent(resolution -> resolutions.put(event, resolution));
    }
    var changes = identities.changes();
    return changes.isEmpty()
        ? Uni.createFrom().item(resolutions)
        : write(tx, changes).replaceWith(resolutions);
  }

  private Uni<Void> write(SqlConnection tx, IdentityChanges changes) {
    return profiles
        .insert(tx, changes.founded(), clock.instant())
        .invoke(count -> mustBe(changes.founded().size(), count))
        .chain(() -> identifiers.insert(tx, changes.links()))
        .invoke(count -> mustBe(changes.links().size(), count))
        .chain(() -> changes.merges().isEmpty() ? Uni.createFrom().voidItem() : merge(tx, changes))
        .chain(() -> profiles.markKnown(tx, changes.known()));
  }

  private Uni<Void> merge(SqlConnection tx, IdentityChanges changes) {
    return identifiers
        .move(tx, changes.merges())
        .chain(() -> profiles.retire(tx, changes.merges()))
        .chain(() -> merges.insert(tx, changes.merges()));
  }

  private static void mustBe(int expected, int actual) {
    if (expected != actual) {
      throw new OvertakenException();
    }
  }

  private static List<Resolved> combine(
      List<Incoming> events,
      Map<Identifier, Owner> owners,
      Map<CustomerEvent, Resolution> resolutions) {
    var resolved = new ArrayList<Resolved>(events.size());
    for (var incoming : events) {
      var event = incoming.event();
      var untold =
          event.identifiers().stream()
              .filter(identifier -> isUntold(owners.get(identifier)))
              .collect(Collectors.toCollection(ArrayList::new));
      var resolution = resolutions.get(event);
      if (resolution == null) {
        resolved.add(new Resolved(incoming, ownerOf(event, owners), untold, List.of()));
      } else {
        untold.removeAll(resolution.dropped());
        var profile = resolution.person().canonical().key();
        resolved.add(new Resolved(incoming, profile, untold, resolution.dropped()));
      }
    }
    return resolved;
  }

  private static ProfileKey ownerOf(CustomerEvent event, Map<Identifier, Owner> owners) {
    return event.identifiers().stream()
        .map(owners::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new PoisonException("none of its identifiers may be used"))
        .profile();
  }

  private static boolean isUntold(@Nullable Owner owner) {
    return owner == null || !owner.told();
  }
}
