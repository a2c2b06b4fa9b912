package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** What was settled when the database was set up. */
final class Installation {

  /** Changes with a restore: another cluster, another timeline (recovery), another database. */
  private static final String FINGERPRINT =
      """
      (select concat_ws('/', system_identifier, substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
          (select oid from pg_database where datname = current_database()))
       from pg_control_system())
      """;

  private static final String SET_UP =
      "insert into installation (shards, fingerprint) values ($1, "
          + FINGERPRINT
          + ") on conflict do nothing";

  private static final String REFRESH =
      "update installation set incarnation = gen_random_uuid(), fingerprint = f.now from (select "
          + FINGERPRINT
          + " as now) f where fingerprint <> f.now";

  private Installation() {}

  /** The number of shards the database was set up with: this one if it is new. */
  static Uni<Integer> shards(SqlClient client, int shards) {
    return client
        .preparedQuery(SET_UP)
        .execute(Tuple.of(shards))
        .chain(() -> client.query("select shards from installation").execute())
        .map(rows -> rows.iterator().next().getInteger("shards"));
  }

  /** The incarnation, a new one when the database is not where the last one was. */
  static Uni<UUID> incarnation(SqlConnection tx) {
    return tx.query(REFRESH)
        .execute()
        .chain(() -> tx.query("select incarnation from installation").execute())
        .map(rows -> rows.iterator().next().getUUID("incarnation"));
  }
}
