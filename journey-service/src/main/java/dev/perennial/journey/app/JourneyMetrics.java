package dev.perennial.journey.app;

import dev.perennial.journey.domain.Changes;
import dev.perennial.journey.domain.Command;
import dev.perennial.journey.domain.Run;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * What journeys did, counted since the process began; a unit that is tried again counts again.
 * There from the start, so that a figure of 0 can be told from none.
 */
@Startup
@ApplicationScoped
public class JourneyMetrics {

  private final Counter started;
  private final Counter completed;
  private final Counter exited;
  private final Counter messages;
  private final Timer late;

  JourneyMetrics(MeterRegistry registry) {
    started = registry.counter("perennial.journey.runs.started");
    completed = registry.counter("perennial.journey.runs.ended", "ending", "completed");
    exited = registry.counter("perennial.journey.runs.ended", "ending", "exited");
    messages = registry.counter("perennial.journey.messages.requested");
    late =
        Timer.builder("perennial.journey.timers.late")
            .description("From the instant a timer was due to when it fired")
            .register(registry);
  }

  void count(Changes changes, Instant now) {
    for (var run : changes.runs()) {
      if (run.startedAt().equals(now)) {
        started.increment();
      }
    }
    for (var decided : changes.decisions()) {
      switch (decided.command()) {
        case Command.SendMessage _ -> messages.increment();
        case Command.End end ->
            (end.ending() == Run.Ending.COMPLETED ? completed : exited).increment();
        case Command.Schedule _, Command.Note _ -> {}
      }
    }
  }

  void timerFired(Instant dueAt, Instant now) {
    late.record(Duration.between(dueAt, now));
  }
}
