package dev.perennial.recommendation.snapshot.store;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What tells one history of a database from another, and how far it goes. */
@ApplicationScoped
public class DatabaseHistory {

  // The incarnation is another one after a restore, but only once a consumer has started; the
  // rest is what it is made anew by.
  private static final String NAME =
      """
      select concat_ws('/', d.id, i.incarnation, c.system_identifier,
                       substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
                       (select oid from pg_database where datname = current_database())) as name
      from database d, installation i, pg_control_system() c
      """;

  private static final String LAST =
      "select consumer, partition, outbox_seq from consumer_position";

  /** A consumer's part of the database: its changes of one shard are numbered together. */
  public record Numbering(String consumer, int shard) {}

  private final Pool pool;

  DatabaseHistory(Pool pool) {
    this.pool = pool;
  }

  /** Its name; empty before any consumer has started for the first time. */
  public Uni<Optional<String>> name() {
    return pool.query(NAME)
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(row -> row.getString("name")).findFirst());
  }

  /** The number of the last change that was committed; without what has none yet. */
  public Uni<Map<Numbering, Long>> last() {
    return pool.query(LAST)
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.collect(toMap(DatabaseHistory::numbering, r -> r.getLong("outbox_seq"))));
  }

  private static Numbering numbering(Row row) {
    return new Numbering(row.getString("consumer"), row.getInteger("partition"));
  }
}
