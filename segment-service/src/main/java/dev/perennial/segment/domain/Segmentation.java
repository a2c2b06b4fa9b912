package dev.perennial.segment.domain;

import dev.perennial.segment.domain.Transition.Cause;
import dev.perennial.segment.domain.Transition.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows profiles through the segments of one workspace. Pure: the same profile, input and instant
 * give the same outcome.
 */
public final class Segmentation {

  private final SegmentSet segments;

  public Segmentation(SegmentSet segments) {
    this.segments = segments;
  }

  /**
   * The next activity of a profile.
   *
   * @param before empty when nothing is kept of the profile
   */
  public Outcome follow(ProfileKey key, Optional<Profile> before, Activity activity, Instant now) {
    var kept = before.filter(one -> !one.removed());
    var profile = kept.orElseGet(() -> begun(key, before, activity));
    if (activity.revision() <= profile.known().revision()) {
      return Outcome.quiet(profile);
    }
    if (activity.change() instanceof Change.Removed) {
      return removed(profile, activity, now);
    }
    // Time passed before this happened: what ended then, ended.
    var from = min(activity.occurredAt(), now);
    var timed =
        profile.next().isAfter(from) ? Outcome.quiet(profile) : passTime(profile, from, now);
    return timed.then(changed(timed.profile(), kept.isEmpty(), activity, now));
  }

  /** Time passed, and nothing else: each change at the very instant of it. */
  public Outcome passTime(Profile profile, Instant to, Instant now) {
    var outcome = Outcome.quiet(profile);
    while (!outcome.profile().next().isAfter(to)) {
      var at = outcome.profile().next();
      outcome = outcome.then(evaluated(outcome.profile(), Cause.TIMER, segment -> at, at, now));
    }
    return outcome;
  }

  /**
   * Completes a profile with history for the segments that are younger than it. The history must
   * not be older than what was followed.
   */
  public Outcome fill(ProfileKey key, Optional<Profile> before, History history, Instant now) {
    var profile =
        before
            .filter(one -> !one.removed())
            .orElseGet(() -> Profile.fresh(key, history.revision(), 0));
    var missing = segments.missingAt(profile.generation());
    // Where nothing older is followed, the history is all there is: no need to catch up with it.
    boolean alone = segments.completeAt(profile.generation()).isEmpty();
    var start = alone ? Known.nothingAt(history.revision()) : profile.known();
    var known = start.filled(history.facts(missing), history.revision());
    var complete = profile.at(segments.generation()).with(known);
    return pruned(
        evaluated(
            complete,
            Cause.BACKFILL,
            segment -> since(segment, known, missing, history, now),
            now,
            now),
        now);
  }

  /** From the history alone where it tells of everything that the condition looks at. */
  private static Instant since(
      Segment segment, Known known, Set<Feature> missing, History history, Instant now) {
    return missing.containsAll(segment.features())
        ? Retrospect.since(segment, history, now).orElse(now)
        : since(segment, known, history.latest(now).orElse(now), now);
  }

  /** By what is known now, which tells nothing of the answers before {@code from}. */
  private static Instant since(Segment segment, Known known, Instant from, Instant now) {
    return Evaluation.since(segment.condition(), known::fact, from, now);
  }

  /** A first revision begins an empty history; a later one says that there is a past to fetch. */
  private Profile begun(ProfileKey key, Optional<Profile> before, Activity activity) {
    boolean complete = before.isPresent() || activity.revision() == 1;
    long revision = before.map(one -> one.known().revision()).orElse(activity.revision() - 1);
    return Profile.fresh(key, revision, complete ? segments.generation() : 0);
  }

  private Outcome changed(Profile profile, boolean begun, Activity activity, Instant now) {
    var features = segments.completeAt(profile.generation());
    var before = profile.known();
    var after = before.after(activity, features);
    boolean same = after.facts().equals(before.facts());
    // The first activity counts whatever it is: "never ordered" is true of a newcomer.
    if (same && !begun && !after.justSettled(after.ahead().keySet())) {
      return Outcome.quiet(profile.with(after));
    }
    var cause = activity.replay() ? Cause.BACKFILL : Cause.ACTIVITY;
    var from = min(activity.occurredAt(), now);
    return pruned(
        evaluated(
            profile.with(after), cause, segment -> since(segment, after, from, now), now, now),
        now);
  }

  private Outcome pruned(Outcome outcome, Instant now) {
    var profile = outcome.profile();
    var needed = segments.completeAt(profile.generation());
    return new Outcome(profile.with(profile.known().pruned(needed, now)), outcome.transitions());
  }

  private Outcome removed(Profile profile, Activity activity, Instant now) {
    var memberships = new HashMap<>(profile.memberships());
    segments.segments().forEach(segment -> memberships.remove(segment.key()));
    // Members of a segment that is being deleted leave it with that.
    var ended = profile.ended(activity.revision()).with(memberships, Answer.FOR_EVER);
    var transitions = new ArrayList<Transition>();
    for (var segment : segments.segments()) {
      if (profile.memberships().containsKey(segment.key())) {
        var at = min(activity.occurredAt(), now);
        transitions.add(transition(ended, segment, Kind.LEFT, Cause.REMOVAL, at, now, at));
      }
    }
    return new Outcome(ended, transitions);
  }

  /**
   * Looks at every segment that this profile is complete for.
   *
   * @param began the instant since which the answer of a segment is true, where it is a new one
   */
  private Outcome evaluated(
      Profile profile,
      Cause cause,
      Function<Segment, Instant> began,
      Instant at,
      Instant recordedAt) {
    var known = profile.known();
    Map<String, Membership> memberships = new HashMap<>(profile.memberships());
    var transitions = new ArrayList<Transition>();
    var next = Answer.FOR_EVER;
    for (var segment : segments.segments()) {
      if (segment.generation() > profile.generation() || !known.settled(segment.features())) {
        continue;
      }
      var answer = Evaluation.answer(segment.condition(), known::fact, at);
      next = min(next, answer.until());
      var membership = memberships.get(segment.key());
      var why = known.justSettled(segment.features()) ? Cause.BACKFILL : cause;
      if (answer.holds() && membership == null) {
        var since = began.apply(segment);
        memberships.put(segment.key(), new Membership(since, answer.until(), known.revision()));
        transitions.add(
            transition(profile, segment, Kind.ENTERED, why, since, recordedAt, answer.until()));
      } else if (!answer.holds() && membership != null) {
        var since = began.apply(segment);
        // A late event may say that it never was a member; it still was told to be since it
        // entered.
        var left = since.isBefore(membership.enteredAt()) ? membership.enteredAt() : since;
        memberships.remove(segment.key());
        transitions.add(transition(profile, segment, Kind.LEFT, why, left, recordedAt, left));
      } else if (membership != null && !membership.validUntil().equals(answer.until())) {
        var entered = membership.enteredAt();
        memberships.put(segment.key(), new Membership(entered, answer.until(), known.revision()));
      }
    }
    return new Outcome(profile.with(memberships, next), transitions);
  }

  private static Transition transition(
      Profile profile,
      Segment segment,
      Kind kind,
      Cause cause,
      Instant effectiveAt,
      Instant recordedAt,
      Instant validUntil) {
    return new Transition(
        profile.key(),
        segment.key(),
        segment.version(),
        kind,
        cause,
        effectiveAt,
        recordedAt,
        profile.known().revision(),
        validUntil);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
