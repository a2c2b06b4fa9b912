package dev.perennial.gateway.ingest.app;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.perennial.gateway.ingest.app.EventLog.Lane;
import dev.perennial.gateway.ingest.domain.Admission;
import dev.perennial.gateway.ingest.domain.Draft;
import dev.perennial.gateway.ingest.domain.Event;
import dev.perennial.gateway.ingest.domain.Rejection;
import dev.perennial.gateway.workspace.domain.Access;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Takes the valid items of a request in, whatever becomes of their neighbours. */
@ApplicationScoped
public class AcceptEvents {

  public record Outcome(int accepted, List<Rejection> rejected) {}

  private final NoArgGenerator messageIds = Generators.timeBasedEpochRandomGenerator();
  private final EventLog log;
  private final RateLimits rates;
  private final Clock clock;
  private final Counter accepted;
  private final Counter rejected;

  AcceptEvents(EventLog log, RateLimits rates, Clock clock, MeterRegistry meters) {
    this.log = log;
    this.rates = rates;
    this.clock = clock;
    this.accepted = meters.counter("perennial.ingest.events", "outcome", "accepted");
    this.rejected = meters.counter("perennial.ingest.events", "outcome", "rejected");
  }

  /**
   * Judges the items one by one and appends those that are valid.
   *
   * @return done when the accepted events are durable; fails with {@link RateLimitedException}, or
   *     as {@link EventLog#append}
   */
  public Uni<Outcome> accept(Access access, Lane lane, List<Draft> drafts) {
    rates.take(access, drafts.size());
    var admission =
        new Admission(
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            access.limits(),
            () -> messageIds.generate().toString());
    var events = new ArrayList<Event>(drafts.size());
    var rejections = new ArrayList<Rejection>();
    for (Draft draft : drafts) {
      switch (admission.judge(draft)) {
        case Event event -> events.add(event);
        case Rejection rejection -> rejections.add(rejection);
      }
    }
    return append(access, lane, events)
        .map(done -> {
          accepted.increment(events.size());
          rejected.increment(rejections.size());
          return new Outcome(events.size(), rejections);
        });
  }

  private Uni<Void> append(Access access, Lane lane, List<Event> events) {
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : log.append(access.workspace(), lane, events);
  }
}
