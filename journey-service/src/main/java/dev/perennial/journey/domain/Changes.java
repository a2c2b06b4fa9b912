package dev.perennial.journey.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of runs, gathered step by step. */
public final class Changes {

  /** A command and the run that it is about, as it was after the step. */
  public record Decided(Run run, Command command) {}

  private final Map<UUID, Run> runs = new LinkedHashMap<>();
  private final List<Decided> decisions = new ArrayList<>();

  /** Steps a run and keeps what came of it. */
  public Run step(Journey journey, Run run, Input input, Instant now) {
    RunStep step = RunStep.of(journey, run, input, now);
    if (!step.run().equals(run)) {
      runs.put(run.id(), step.run());
    }
    step.commands().forEach(command -> decisions.add(new Decided(step.run(), command)));
    return step.run();
  }

  /** Keeps a run that changed in another way. */
  public void keep(Run run) {
    runs.put(run.id(), run);
  }

  public void note(Run run, String reason) {
    decisions.add(new Decided(run, new Command.Note("", reason)));
  }

  /** Each as it is now, in order of its first change. */
  public Collection<Run> runs() {
    return List.copyOf(runs.values());
  }

  /** In order. */
  public List<Decided> decisions() {
    return List.copyOf(decisions);
  }
}
