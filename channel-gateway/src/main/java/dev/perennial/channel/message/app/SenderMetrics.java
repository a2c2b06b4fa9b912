package dev.perennial.channel.message.app;

import dev.perennial.channel.message.domain.Attempt;
import dev.perennial.channel.message.domain.Policy;
import dev.perennial.channel.message.store.MessageReads.Queue;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What senders count. */
@ApplicationScoped
class SenderMetrics {

  private static final String MESSAGES = "perennial.channel.messages";

  /** Reasons that are names of their own; others hold keys and would make a metric each. */
  private static final Set<String> NAMED =
      Set.of(Policy.ERASED, Policy.RETIRED, Policy.EXPIRED, Policy.NO_ADDRESS, Policy.BAD_ADDRESS);

  private final MeterRegistry registry;
  private final AtomicLong depth;
  private final AtomicLong ageMillis;

  SenderMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.depth = registry.gauge("perennial.channel.queue.depth", new AtomicLong());
    this.ageMillis = registry.gauge("perennial.channel.queue.age.ms", new AtomicLong());
  }

  void refused(String channel, String reason) {
    count(channel, "refused", NAMED.contains(reason) ? reason : "consent or channel", 1);
  }

  void attempted(Attempt attempt) {
    var channel = attempt.claim().request().wanted().channel();
    count(channel, attempt.result().status().name().toLowerCase(Locale.ROOT), "", 1);
  }

  void abandoned(String channel, int claims) {
    count(channel, "abandoned", "", claims);
  }

  void queue(Queue queue) {
    depth.set(queue.depth());
    ageMillis.set(queue.age().toMillis());
  }

  private void count(String channel, String status, String reason, int by) {
    registry
        .counter(MESSAGES, "channel", channel, "status", status, "reason", reason)
        .increment(by);
  }
}
