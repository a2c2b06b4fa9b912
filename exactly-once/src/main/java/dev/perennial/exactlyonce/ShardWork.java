package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Work of the owner of shards that no record asks for: timers, backfills, retries. It runs between
 * units on the thread that owns the shards, its transaction is fenced like a unit's, and what it
 * publishes is numbered with the units'.
 *
 * @param <P> what is prepared outside the transaction for use inside it
 */
public interface ShardWork<P> {

  /** The name in metrics and logs. */
  String name();

  /** How long to wait before asking again once nothing was left to do. */
  Duration interval();

  /**
   * Looks for work of these shards, outside the transaction; remote calls belong here. Empty when
   * there is none. May run several times for the same work.
   *
   * @param shards the shards owned now, which are the partitions of the consumer's first topic
   */
  Uni<Optional<P>> prepare(Set<Integer> shards);

  /**
   * Does a bounded piece of it within the transaction; must look again, under its locks, at what
   * prepare saw.
   */
  Uni<Done> apply(SqlConnection tx, UnitContext context, P prepared);

  /**
   * What a piece of work came to.
   *
   * @param outgoing what to publish
   * @param more whether to run again at once
   */
  record Done(List<Outgoing> outgoing, boolean more) {}
}
