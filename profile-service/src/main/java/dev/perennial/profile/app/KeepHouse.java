package dev.perennial.profile.app;

import dev.perennial.profile.store.Events;
import dev.perennial.profile.store.SeenMessages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets ids of messages that no longer matter, and makes room for events to come. */
@ApplicationScoped
public class KeepHouse {

  private static final int PIECE = 10_000;

  /** A service that is down for months must still find a place for its events. */
  private static final Duration AHEAD = Duration.ofDays(180);

  private final SeenMessages seen;
  private final Events events;
  private final Duration window;

  public KeepHouse(
      SeenMessages seen,
      Events events,
      @ConfigProperty(name = "perennial.dedupe.window") Duration window) {
    this.seen = seen;
    this.events = events;
    this.window = window;
  }

  /** Does a piece; returns whether there is more to do. */
  public Uni<Boolean> once(SqlConnection tx, Instant now) {
    return events
        .makePartitions(tx, now, now.plus(AHEAD))
        .chain(() -> seen.forget(tx, now.minus(window), PIECE))
        .map(forgotten -> forgotten == PIECE);
  }
}
