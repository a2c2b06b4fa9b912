package dev.perennial.recommendation.shop.app;

import static java.util.Comparator.comparing;

import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes one kind of model anew for each workspace in which what it is made of has changed. Each
 * workspace has a pace of its own, so that small ones do not wait for the rest of a large one;
 * those that have waited longest come first. Used by one thread.
 */
final class ModelLoop<C> {

  private static final Logger LOG = Logger.getLogger(ModelLoop.class);

  /** So many times as long as its model took a workspace rests. */
  private static final int REST = 5;

  /** For how long at most all of them rest after a pass: as long as it took. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private record Copy<C>(Shop shop, long version, C what) {

    boolean isOf(Shop another, long anotherVersion) {
      return shop == another && version == anotherVersion;
    }
  }

  private final ModelKind<C> kind;
  private final Shops shops;
  private final ModelMetrics metrics;
  private final Clock clock;

  /** Of those made here, without the copy: what came with a snapshot may be of another code. */
  private final Map<String, Copy<Boolean>> made = new HashMap<>();

  private final Map<String, Instant> dueAt = new HashMap<>();
  private boolean hasBegun;

  ModelLoop(ModelKind<C> kind, Shops shops, ModelMetrics metrics, Clock clock) {
    this.kind = kind;
    this.shops = shops;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Looks once at each workspace that is due, and says how long to wait before the next pass. */
  Duration pass() {
    Instant began = clock.instant();
    // What is there at the start waits for its first models; what comes later begins with little.
    Instant first = hasBegun ? began.plus(kind.every()) : began;
    hasBegun = true;
    shops.workspaces().forEach(workspace -> dueAt.putIfAbsent(workspace, first));
    due(began).forEach(this::remakeOrWarn);
    Instant now = clock.instant();
    Duration took = Duration.between(began, now);
    Duration rest = took.compareTo(LONGEST_PAUSE) < 0 ? took : LONGEST_PAUSE;
    Duration untilDue =
        dueAt.values().stream()
            .min(Instant::compareTo)
            .map(at -> Duration.between(now, at))
            .filter(wait -> wait.compareTo(kind.every()) < 0)
            .orElse(kind.every());
    return untilDue.compareTo(rest) > 0 ? untilDue : rest;
  }

  /** The longest due first. */
  private List<String> due(Instant now) {
    return dueAt.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(now))
        .sorted(comparing(Map.Entry<String, Instant>::getValue))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What fails for one workspace must not leave the others with old models. */
  private void remakeOrWarn(String workspace) {
    Instant began = clock.instant();
    try {
      shops
          .readLong(workspace, shop -> changed(workspace, shop))
          .ifPresent(copy -> make(workspace, copy, began));
      metrics.upToDate(workspace, began);
    } catch (Throwable e) {
      // The model before goes on answering, and it is tried again. Errors as well: a thread that
      // ended would leave all models as they are.
      metrics.failed();
      LOG.warnf("no new %s model of a workspace; trying again: %s", kind.name(), e);
    }
    Instant now = clock.instant();
    Duration rest = Duration.between(began, now).multipliedBy(REST);
    dueAt.put(workspace, now.plus(rest.compareTo(kind.every()) > 0 ? rest : kind.every()));
  }

  private Optional<Copy<C>> changed(String workspace, Shop shop) {
    long version = kind.version(shop);
    var last = made.get(workspace);
    boolean isNothingNew = last == null ? version == 0 : last.isOf(shop, version);
    return isNothingNew
        ? Optional.empty()
        : Optional.of(new Copy<>(shop, version, kind.copy(shop)));
  }

  private void make(String workspace, Copy<C> copy, Instant began) {
    var replacement = kind.make(copy.what);
    // Alone, so that no answer goes by one model at its beginning and by another at its end.
    shops.write(workspace, replacement);
    made.put(workspace, new Copy<>(copy.shop, copy.version, true));
    metrics.made(Duration.between(began, clock.instant()));
  }
}
