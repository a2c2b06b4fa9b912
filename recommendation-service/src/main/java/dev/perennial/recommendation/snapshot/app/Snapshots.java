package dev.perennial.recommendation.snapshot.app;

import dev.perennial.recommendation.shop.app.FoldChanges;
import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.snapshot.domain.RefusedSnapshot;
import dev.perennial.recommendation.snapshot.domain.SnapshotFormat;
import dev.perennial.recommendation.snapshot.store.DatabaseHistory;
import dev.perennial.recommendation.snapshot.store.SnapshotFile;
import dev.perennial.recommendation.snapshot.store.SnapshotFile.Written;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is in memory on disk, so that a start reads that and then only what changed since.
 * What goes wrong with it costs time, never an answer: all of it is in the database.
 *
 * <p>Used by the thread that folds, between folds: then nothing is replaced but whole models, and
 * answers go on. Only what it says of itself may be read by others.
 */
@ApplicationScoped
public class Snapshots {

  private static final Logger LOG = Logger.getLogger(Snapshots.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Optional<SnapshotFile> file;
  private final DatabaseHistory history;
  private final Duration every;
  private final Clock clock;
  private final AtomicReference<@Nullable Written> written = new AtomicReference<>();
  private final AtomicReference<@Nullable Boolean> warm = new AtomicReference<>();
  private Optional<String> database = Optional.empty();
  private Instant nextAt = Instant.MIN;
  private long writtenPages;

  public Snapshots(
      @Any Instance<Part> parts, DatabaseHistory history, SnapshotConfig config, Clock clock) {
    this.file =
        config
            .directory()
            .map(directory ->
                new SnapshotFile(directory, new SnapshotFormat(parts.stream().toList())));
    this.history = history;
    this.every = config.every();
    this.clock = clock;
  }

  /**
   * Has a fold that is empty go on from the snapshot on disk, if there is one that may be used; the
   * second time it does nothing. Blocks, and fails while the database is away.
   */
  public void resume(FoldChanges fold) {
    if (warm.get() == null) {
      warm.set(file.isPresent() && isResumed(fold, file.get()));
    }
  }

  /**
   * After a change of the database's history: the next one is of that, and of a fold that is new.
   */
  public void beginAnew() {
    database = Optional.empty();
    writtenPages = 0;
  }

  /** Writes a snapshot if anything changed since the last one and that is long enough ago. */
  public void writeIfDue(FoldChanges fold) {
    if (fold.pages() != writtenPages && !clock.instant().isBefore(nextAt)) {
      write(fold);
    }
  }

  /** Writes a snapshot. If that fails, the one before is still there. Blocks. */
  public void write(FoldChanges fold) {
    nextAt = clock.instant().plus(every);
    try {
      if (file.isPresent() && database().isPresent()) {
        written.set(file.get().write(fold.snapshot(database.orElseThrow())));
        writtenPages = fold.pages();
      }
    } catch (IOException | RuntimeException e) {
      LOG.warnf("no new snapshot of what is in memory: %s", reason(e));
    }
  }

  /** What is on disk; empty while nothing is, or is of use. */
  Optional<Written> written() {
    return Optional.ofNullable(written.get());
  }

  /** Whether the start was from a snapshot; empty before it is known. */
  public Optional<Boolean> isWarm() {
    return Optional.ofNullable(warm.get());
  }

  private boolean isResumed(FoldChanges fold, SnapshotFile from) {
    var name = database();
    var last = await(history.last());
    long began = System.nanoTime();
    try {
      var snapshot =
          from.read(name.orElseThrow(() -> new RefusedSnapshot("the database is a new one")));
      var kept = from.written();
      fold.resumeFrom(snapshot, last);
      written.set(kept);
      nextAt = clock.instant().plus(every);
      LOG.infof(
          "warm start: read a snapshot of %,d bytes, written at %s, in %.1f s",
          kept.bytes(), kept.at(), (System.nanoTime() - began) / 1e9);
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.infof("cold start: the snapshot is not used: %s", reason(e));
      return false;
    }
  }

  /**
   * The history that this replica follows: as it was when it began, since what it holds is of no
   * other. Only a new database has no name yet then.
   */
  private Optional<String> database() {
    if (database.isEmpty()) {
      database = await(history.name());
    }
    return database;
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(PATIENCE);
  }

  /** Other exceptions might quote what they stumbled over. */
  private static String reason(Exception e) {
    return switch (e) {
      case RefusedSnapshot refused -> String.valueOf(refused.getMessage());
      case IOException disk -> disk.toString();
      case UncheckedIOException disk -> disk.toString();
      default -> e.getClass().getName();
    };
  }
}
