package dev.perennial.profile.domain;

import dev.perennial.profile.domain.Activity.ConsentChanged;
import dev.perennial.profile.domain.Activity.EventRecorded;
import dev.perennial.profile.domain.Activity.IdentifiersChanged;
import dev.perennial.profile.domain.Activity.ProfileRetired;
import dev.perennial.profile.domain.Activity.ProfilesMerged;
import dev.perennial.profile.domain.Activity.Step;
import dev.perennial.profile.domain.Activity.TraitsChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A person as far as events change them. Every activity takes the next revision, so that a
 * profile's stream has no holes.
 *
 * @param revision of the last activity, 0 before the first
 * @param spending orders and their value
 */
public record Profile(
    ProfileKey key, long revision, Seen seen, Traits traits, Consents consents, Spending spending) {

  /** A profile after something, and the activity that it was. */
  public record Change(Profile profile, List<Step> steps) {}

  public static Profile founded(ProfileKey key) {
    return new Profile(key, 0, Seen.NEVER, Traits.NONE, Consents.NONE, Spending.NONE);
  }

  /** The profile after an event of its own. */
  public Change record(CustomerEvent event, IdentifiersChanged identity) {
    var activities = new ArrayList<Activity>(2);
    if (!identity.isNone()) {
      activities.add(identity);
    }
    var after =
        switch (event.content()) {
          case CustomerEvent.Happened happened -> happen(event, happened, activities);
          case CustomerEvent.Told told -> tell(told.traits(), activities);
          case CustomerEvent.Linked() -> this;
        };
    var noted = event.source() == CustomerEvent.Source.OUTCOME ? seen : seen.at(event.occurredAt());
    return after.withSeen(noted).stepped(activities, event.occurredAt());
  }

  /**
   * The profile after it absorbed another of the same person, without that one's history, which
   * follows piece by piece: the newer trait wins, and the stricter consent.
   *
   * @param added identifiers that came with it
   */
  public Change absorb(Profile loser, List<Identifier> added, Instant now) {
    var activities = new ArrayList<Activity>();
    activities.add(new ProfilesMerged(loser.key));
    if (!added.isEmpty()) {
      activities.add(new IdentifiersChanged(added, List.of()));
    }
    var united = consents.absorb(loser.consents);
    united.changedSince(consents).forEach(consent -> activities.add(new ConsentChanged(consent)));
    var after =
        tell(loser.traits, activities)
            .withConsents(united)
            .withSeen(seen.and(loser.seen))
            .withSpending(spending.plus(loser.spending));
    return after.stepped(activities, now);
  }

  /** The profile after another absorbed it: its last activity. */
  public Change retire(ProfileKey canonical, Instant now) {
    return stepped(List.of(new ProfileRetired(canonical)), now);
  }

  private Profile happen(
      CustomerEvent event, CustomerEvent.Happened happened, List<Activity> activities) {
    activities.add(new EventRecorded(event, happened));
    var after =
        happened.commerce() == null ? this : withSpending(spending.after(happened.commerce()));
    if (happened.consent() == null) {
      return after;
    }
    var said = consents.say(happened.consent());
    said.changedSince(consents).forEach(consent -> activities.add(new ConsentChanged(consent)));
    return after.withConsents(said);
  }

  private Profile tell(Traits told, List<Activity> activities) {
    var after = traits.merge(told);
    var changed = after.changedSince(traits);
    if (!changed.isEmpty()) {
      activities.add(new TraitsChanged(changed));
    }
    return new Profile(key, revision, seen, after, consents, spending);
  }

  private Change stepped(List<Activity> activities, Instant occurredAt) {
    var steps = new ArrayList<Step>(activities.size());
    long next = revision;
    for (var activity : activities) {
      steps.add(new Step(key, ++next, occurredAt, activity));
    }
    return new Change(new Profile(key, next, seen, traits, consents, spending), steps);
  }

  private Profile withSeen(Seen other) {
    return new Profile(key, revision, other, traits, consents, spending);
  }

  public Profile withRevision(long other) {
    return new Profile(key, other, seen, traits, consents, spending);
  }

  public Profile withConsents(Consents other) {
    return new Profile(key, revision, seen, traits, other, spending);
  }

  private Profile withSpending(Spending other) {
    return new Profile(key, revision, seen, traits, consents, other);
  }
}
