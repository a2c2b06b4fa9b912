package dev.perennial.journey.domain;

import dev.perennial.journey.domain.Run.Ending;
import dev.perennial.journey.domain.Run.State.Begun;
import dev.perennial.journey.domain.Run.State.Ended;
import dev.perennial.journey.domain.Run.State.Waiting;
import java.time.Instant;
import java.util.List;

/**
 * What one input makes of a run: {@code (run, input, now) -> (run', commands)}. Pure, and deaf to
 * what does not concern the run, so that an input told twice changes nothing the second time.
 */
public record RunStep(Run run, List<Command> commands) {

  public RunStep {
    commands = List.copyOf(commands);
  }

  public static RunStep of(Journey journey, Run run, Input input, Instant now) {
    return switch (run.state()) {
      case Ended _ -> unchanged(run);
      case Begun _ -> ofActive(journey, run, "", input, now);
      case Waiting waiting -> ofActive(journey, run, waiting.node(), input, now);
    };
  }

  private static RunStep ofActive(Journey journey, Run run, String at, Input input, Instant now) {
    return switch (input) {
      case Input.Entered _ when run.state() instanceof Begun ->
          new Walk(journey, run, now, now).from(journey.entry());
      case Input.TimerDue _
          when run.state() instanceof Waiting waiting && !now.isBefore(waiting.dueAt()) ->
          journey
              .node(at)
              .following()
              .map(next -> new Walk(journey, run, waiting.dueAt(), now).from(next))
              .orElseGet(() -> unchanged(run));
      case Input.ActivitySeen seen when journey.exitsOn(seen) && isAfterStart(run, seen) ->
          exited(run, at, seen.event() + " happened", now);
      case Input.SegmentMoved moved when journey.exitsOn(moved) && isAfterStart(run, moved) ->
          exited(run, at, moved.movement().word() + " segment " + moved.segment(), now);
      case Input.Merged merged ->
          merged.occupied()
              ? exited(run, at, "merged into a profile that is in this journey already", now)
              : new RunStep(run, List.of(new Command.Note(at, "came over from a merged profile")));
      default -> unchanged(run);
    };
  }

  /** A late event, of before the start, is news to us but no reaction to the journey. */
  private static boolean isAfterStart(Run run, Input.ActivitySeen seen) {
    return seen.revision() > run.startRevision() && !seen.occurredAt().isBefore(run.since());
  }

  private static boolean isAfterStart(Run run, Input.SegmentMoved moved) {
    int order = moved.effectiveAt().compareTo(run.since());
    return order > 0 || (order == 0 && moved.revision() >= run.startRevision());
  }

  private static RunStep unchanged(Run run) {
    return new RunStep(run, List.of());
  }

  private static RunStep exited(Run run, String node, String reason, Instant now) {
    return new RunStep(
        run.with(new Ended(Ending.EXITED, now), run.steps(), run.messages()),
        List.of(new Command.End(node, reason, Ending.EXITED)));
  }
}
