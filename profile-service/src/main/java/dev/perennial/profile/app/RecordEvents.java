package dev.perennial.profile.app;

import static java.util.stream.Collectors.toSet;

import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.profile.domain.CustomerEvent;
import dev.perennial.profile.domain.CustomerEvent.Happened;
import dev.perennial.profile.domain.CustomerEvent.Told;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.store.ConsentTable;
import dev.perennial.profile.store.DroppedIdentifiers;
import dev.perennial.profile.store.DroppedIdentifiers.Dropped;
import dev.perennial.profile.store.Events;
import dev.perennial.profile.store.Identifiers;
import dev.perennial.profile.store.Profiles;
import dev.perennial.profile.store.SeenMessages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Adds events to their profiles, each message once, and tells what became of it. */
@ApplicationScoped
public class RecordEvents {

  private final SeenMessages seen;
  private final LockedProfiles lockedProfiles;
  private final Identifiers identifiers;
  private final DroppedIdentifiers droppedIdentifiers;
  private final Profiles profiles;
  private final ConsentTable consents;
  private final Events events;
  private final Duration window;
  private final Counter duplicates;

  public RecordEvents(
      SeenMessages seen,
      LockedProfiles lockedProfiles,
      Identifiers identifiers,
      DroppedIdentifiers droppedIdentifiers,
      Profiles profiles,
      ConsentTable consents,
      Events events,
      @ConfigProperty(name = "perennial.dedupe.window") Duration window,
      MeterRegistry metrics) {
    this.seen = seen;
    this.lockedProfiles = lockedProfiles;
    this.identifiers = identifiers;
    this.droppedIdentifiers = droppedIdentifiers;
    this.profiles = profiles;
    this.consents = consents;
    this.events = events;
    this.window = window;
    this.duplicates = metrics.counter("perennial.profile.duplicates");
  }

  /** Records what was not seen before; returns the activity that it was. */
  public Uni<List<Outgoing>> record(SqlConnection tx, Instant now, List<Resolved> resolved) {
    return seen.admit(tx, resolved.stream().map(each -> each.incoming().event()).toList(), window)
        .chain(admitted -> {
          duplicates.increment(resolved.size() - admitted.size());
          return admitted.isEmpty()
              ? Uni.createFrom().item(List.of())
              : recordNew(tx, now, admitted.stream().map(resolved::get).toList());
        });
  }

  private Uni<List<Outgoing>> recordNew(SqlConnection tx, Instant now, List<Resolved> fresh) {
    return lockedProfiles
        .lock(
            tx,
            keys(fresh, event -> true),
            keys(fresh, RecordEvents::tells),
            keys(fresh, RecordEvents::consents))
        .chain(locked -> open(tx, now, fresh, locked))
        .chain(unit -> close(tx, unit));
  }

  private Uni<UnitOfEvents> open(
      SqlConnection tx, Instant now, List<Resolved> fresh, LockedProfiles.Current current) {
    var untold = fresh.stream().flatMap(each -> each.untold().stream()).collect(toSet());
    var dropped =
        fresh.stream()
            .flatMap(each -> {
              var profile = current.of(each.profile()).key();
              return each.dropped().stream().map(which -> new Dropped(profile, which));
            })
            .collect(toSet());
    return identifiers
        .tell(tx, untold)
        .chain(told ->
            droppedIdentifiers
                .insert(tx, dropped, now)
                .map(refused -> new UnitOfEvents(now, current, told, refused)))
        .invoke(unit -> fresh.forEach(unit::record));
  }

  private Uni<List<Outgoing>> close(SqlConnection tx, UnitOfEvents unit) {
    return profiles
        .update(tx, unit.changed())
        .chain(() -> events.insert(tx, unit.history()))
        .chain(() -> consents.save(tx, unit.consents()))
        .chain(() -> consents.append(tx, unit.steps()))
        .replaceWith(unit.outgoing());
  }

  private static Collection<ProfileKey> keys(
      List<Resolved> events, Predicate<CustomerEvent> which) {
    return events.stream()
        .filter(each -> which.test(each.incoming().event()))
        .map(Resolved::profile)
        .collect(toSet());
  }

  private static boolean tells(CustomerEvent event) {
    return event.content() instanceof Told;
  }

  private static boolean consents(CustomerEvent event) {
    return event.content() instanceof Happened happened && happened.consent() != null;
  }
}
