package dev.perennial.journey.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * One person in one journey.
 *
 * @param version the version of the journey that it entered, and stays on
 * @param key what the run is about where a person may have several at once; empty for a segment's
 * @param entry how many runs of this journey and key the person had, this one counted
 * @param since the instant at which what started it became true; what happened before is no reason
 *     to end it
 * @param startRevision the person's revision at which it started; activity up to it was known
 * @param steps how many nodes it has come to
 * @param messages how many messages it has asked for
 */
public record Run(
    UUID id,
    ProfileId profile,
    String journey,
    int version,
    String key,
    int entry,
    Instant startedAt,
    Instant since,
    long startRevision,
    State state,
    int steps,
    int messages) {

  /** Where a run stands. */
  public sealed interface State {

    /** Begun, before its first node; never kept. */
    record Begun() implements State {}

    /** On a node until an instant. */
    record Waiting(String node, Instant dueAt) implements State {}

    record Ended(Ending ending, Instant at) implements State {}
  }

  /** How a run ended: by coming to its end, or by an exit rule. */
  public enum Ending {
    COMPLETED,
    EXITED
  }

  public Run {
    requireNonNull(id, "id");
    requireNonNull(profile, "profile");
    requireNonNull(state, "state");
  }

  /**
   * A run before its first step. Its id is derived from what it is, so that the same start, told
   * twice, makes the same run.
   */
  public static Run begin(
      ProfileId profile,
      PublishedJourney journey,
      int entry,
      Instant since,
      long startRevision,
      Instant now) {
    String key = "";
    UUID id =
        DerivedId.of(
            "run",
            profile.workspace(),
            journey.key(),
            profile.id().toString(),
            key,
            Integer.toString(entry));
    return new Run(
        id,
        profile,
        journey.key(),
        journey.version(),
        key,
        entry,
        now,
        since,
        startRevision,
        new State.Begun(),
        0,
        0);
  }

  public boolean active() {
    return !(state instanceof State.Ended);
  }

  /**
   * The run after its profile was merged into another, whose revisions count differently: only when
   * things happened says from now on whether they were after the start.
   */
  public Run withoutRevision() {
    return new Run(
        id, profile, journey, version, key, entry, startedAt, since, 0, state, steps, messages);
  }

  Run with(State next, int stepsTaken, int messagesAsked) {
    return new Run(
        id,
        profile,
        journey,
        version,
        key,
        entry,
        startedAt,
        since,
        startRevision,
        next,
        stepsTaken,
        messagesAsked);
  }
}
