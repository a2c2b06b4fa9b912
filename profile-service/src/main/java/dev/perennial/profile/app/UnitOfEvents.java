package dev.perennial.profile.app;

import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.profile.domain.Activity.IdentifiersChanged;
import dev.perennial.profile.domain.Activity.Step;
import dev.perennial.profile.domain.Consents;
import dev.perennial.profile.domain.CustomerEvent.Happened;
import dev.perennial.profile.domain.CustomerEvent.Told;
import dev.perennial.profile.domain.HistoryEvent;
import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.store.DroppedIdentifiers.Dropped;
import dev.perennial.profile.store.Profiles.Changed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events recorded one after the other on locked profiles, in memory, to be written at once. */
final class UnitOfEvents {

  private final LockedProfiles.Current current;
  private final Set<Identifier> untold;
  private final Set<Dropped> refused;
  private final ActivityEncoder encoder;
  private final Map<ProfileKey, Changed> changed = new LinkedHashMap<>();
  private final Map<ProfileKey, Consents> consents = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /**
   * Starts with nothing recorded.
   *
   * @param untold identifiers that are to be told of with their first event
   * @param refused the same for identifiers that the rules refused
   */
  UnitOfEvents(
      Instant now, LockedProfiles.Current current, Set<Identifier> untold, Set<Dropped> refused) {
    this.current = current;
    this.untold = new HashSet<>(untold);
    this.refused = new HashSet<>(refused);
    this.encoder = new ActivityEncoder(now);
  }

  void record(Resolved resolved) {
    var before = current.of(resolved.profile());
    var incoming = resolved.incoming();
    var change = before.record(incoming.event(), identifiers(before.key(), resolved));
    var after = change.profile();
    current.put(after);
    var content = incoming.event().content();
    changed.merge(
        after.key(),
        new Changed(after, content instanceof Told),
        (earlier, later) -> new Changed(after, earlier.traits() || later.traits()));
    if (content instanceof Happened happened && happened.consent() != null) {
      consents.put(after.key(), after.consents());
    }
    for (var step : change.steps()) {
      steps.add(step);
      encoder.add(incoming.source(), step);
    }
  }

  Collection<Changed> changed() {
    return changed.values();
  }

  Map<ProfileKey, Consents> consents() {
    return consents;
  }

  List<Step> steps() {
    return steps;
  }

  List<HistoryEvent> history() {
    return encoder.history();
  }

  List<Outgoing> outgoing() {
    return encoder.outgoing();
  }

  private IdentifiersChanged identifiers(ProfileKey profile, Resolved resolved) {
    var added = resolved.untold().stream().filter(untold::remove).toList();
    var dropped =
        resolved.dropped().stream()
            .filter(identifier -> refused.remove(new Dropped(profile, identifier)))
            .toList();
    return added.isEmpty() && dropped.isEmpty()
        ? IdentifiersChanged.NONE
        : new IdentifiersChanged(added, dropped);
  }
}
