package dev.perennial.channel.message.app;

import dev.perennial.channel.ChannelConfig;
import dev.perennial.channel.message.store.MessageReads;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends round after round. It is apart from the consumers, so that a slow provider holds up neither
 * unsubscribes nor a rebalance; replicas share the queue by row locks.
 */
@ApplicationScoped
class SendLoop {

  private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration LAST_ROUND = Duration.ofSeconds(8);

  private final Vertx vertx;
  private final SendMessages send;
  private final MessageReads reads;
  private final SenderMetrics metrics;
  private final Clock clock;
  private final Duration interval;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile Instant turned;

  SendLoop(
      Vertx vertx,
      SendMessages send,
      MessageReads reads,
      SenderMetrics metrics,
      Clock clock,
      ChannelConfig config) {
    this.vertx = vertx;
    this.send = send;
    this.reads = reads;
    this.metrics = metrics;
    this.clock = clock;
    this.interval = config.email().interval();
    this.turned = clock.instant();
  }

  /** When the last round ended, well or not. */
  Instant turned() {
    return turned;
  }

  void start(@Observes StartupEvent event) {
    turn(Duration.ZERO);
    keepHouse();
  }

  /** Waits for the round that is under way: its mails are out and want their record. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (!ended.await(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
      Log.warn("the last round of sending did not end in time; its claims will count as abandoned");
    }
  }

  private void turn(Duration pause) {
    if (stopping) {
      ended.countDown();
      return;
    }
    after(
        pause,
        this::round,
        more -> turn(more ? Duration.ZERO : interval),
        "a round of sending failed and is tried again",
        () -> turn(AFTER_FAILURE));
  }

  private Uni<Boolean> round() {
    return stopping
        ? Uni.createFrom().item(false)
        : send.round().onTermination().invoke(() -> turned = clock.instant());
  }

  private void keepHouse() {
    if (!stopping) {
      after(
          HOUSEKEEPING,
          () -> send.endAbandonedClaims().chain(reads::queue).invoke(metrics::queue),
          _ -> keepHouse(),
          "the queue could not be looked at",
          this::keepHouse);
    }
  }

  private <T> void after(
      Duration pause,
      Supplier<Uni<? extends T>> work,
      Consumer<? super T> then,
      String complaint,
      Runnable afterFailure) {
    // A context of its own a round: sessions of Hibernate Reactive live in it.
    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    vertx.setTimer(
        Math.max(1, pause.toMillis()),
        _ ->
            context.runOnContext(_ ->
                Uni.createFrom()
                    .<T>deferred(work)
                    .subscribe()
                    .with(
                        then,
                        failure -> {
                          // Without its message, which may quote what is personal.
                          Log.warn(complaint + ": " + failure.getClass().getName());
                          afterFailure.run();
                        })));
  }
}
