package dev.perennial.exactlyonce;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ends a worker's session at the steps of a schedule, as a crash would. */
final class Crashes implements Checkpoint {

  private final List<Crash> left;
  private final Map<Step, Integer> seen = new EnumMap<>(Step.class);

  Crashes(List<Crash> schedule) {
    left = new ArrayList<>(schedule);
  }

  /** The n-th time, from 1, that any worker of the service reaches the step. */
  record Crash(Step step, int occurrence) {}

  @Override
  public synchronized void reached(Step step) {
    int occurrence = seen.merge(step, 1, Integer::sum);
    if (left.remove(new Crash(step, occurrence))) {
      throw new CrashError(step);
    }
  }

  synchronized List<Crash> left() {
    return List.copyOf(left);
  }

  private static final class CrashError extends Error {
    private static final long serialVersionUID = 1L;

    CrashError(Step step) {
      super("crashed at " + step);
    }
  }
}
