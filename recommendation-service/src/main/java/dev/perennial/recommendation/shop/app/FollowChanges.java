package dev.perennial.recommendation.shop.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.perennial.recommendation.snapshot.app.Snapshots;
import dev.perennial.recommendation.snapshot.store.DatabaseHistory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what is in memory up to date for as long as the service runs. */
@ApplicationScoped
public class FollowChanges {

  private static final Logger LOG = Logger.getLogger(FollowChanges.class);

  /** Killed after 30 seconds, as Kubernetes does it, a replica has still said that it stops. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration UNTIL_NAMED = Duration.ofSeconds(30);

  private final Instance<Feeds> features;
  private final Shops shops;
  private final Snapshots snapshots;
  private final DatabaseHistory history;
  private final Duration every;
  private final Clock clock;
  private final AtomicReference<@Nullable Instant> upToDateAt = new AtomicReference<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private FoldChanges fold;
  private Optional<String> followed = Optional.empty();
  private final Thread thread = Thread.ofPlatform().name("fold").daemon().unstarted(this::follow);

  FollowChanges(
      @Any Instance<Feeds> features,
      Shops shops,
      Snapshots snapshots,
      DatabaseHistory history,
      RecommendationConfig config,
      Clock clock) {
    this.features = features;
    this.shops = shops;
    this.fold = new FoldChanges(features.stream(), shops);
    this.snapshots = snapshots;
    this.history = history;
    this.every = config.foldEvery();
    this.clock = clock;
  }

  /** Whether all that had been recorded at the start is in memory. */
  public boolean hasCaughtUp() {
    return upToDateAt.get() != null;
  }

  /** For how long nothing has been heard of the database; empty before the first time. */
  public Optional<Duration> age() {
    return Optional.ofNullable(upToDateAt.get()).map(at -> Duration.between(at, clock.instant()));
  }

  void onStart(@Observes StartupEvent event) {
    thread.start();
  }

  /** Waits for the snapshot that is written last. */
  void onStop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    if (!thread.join(PATIENCE)) {
      LOG.warn("stopping without a last snapshot, as it takes too long");
    }
  }

  private void follow() {
    try {
      do {
        catchUp();
      } while (!stopping.await(every.toMillis(), MILLISECONDS));
      if (hasCaughtUp()) {
        snapshots.write(fold);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void catchUp() {
    Instant asked = clock.instant();
    try {
      beginAnewInAnotherHistory();
      snapshots.resume(fold);
      fold.catchUp();
      upToDateAt.set(asked);
      snapshots.writeIfDue(fold);
    } catch (Throwable e) {
      // Answers go on from what is in memory; the age of it is a metric. Errors as well: a thread
      // that ended would leave a replica that is ready and hears of nothing any more.
      LOG.warnf("the orders in memory are not up to date; trying again: %s", e);
    }
  }

  /**
   * A database that was restored, or taken over by a standby that lacked the last commits, gives
   * the numbers of lost changes to others, which would be taken for seen. So what is in memory is
   * let go and all is read again; until then there are no answers.
   */
  private void beginAnewInAnotherHistory() {
    var name = history.name().await().atMost(UNTIL_NAMED);
    if (followed.isPresent() && !followed.equals(name)) {
      LOG.warn("the database has another history, as after a restore: reading all of it again");
      upToDateAt.set(null);
      shops.clear();
      fold = new FoldChanges(features.stream(), shops);
      snapshots.beginAnew();
    }
    followed = name;
  }
}
