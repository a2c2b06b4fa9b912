package dev.perennial.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * What Postgres alone takes: event rows with a primary key and one more index, inserted set-based,
 * 1,000 a transaction, over one connection. No pipeline that keeps its events there can be faster
 * on one core.
 */
final class SqlCeiling {

  private static final int BATCH = 1_000;

  private final String url;
  private final String user;
  private final String password;

  SqlCeiling(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Inserts the rows into a table of its own, which it drops, and returns rows a second. */
  double rowsPerSecond(int rows, String payload) throws SQLException {
    try (var connection = DriverManager.getConnection(url, user, password)) {
      execute(connection, "drop table if exists benchmark_event");
      execute(
          connection,
          """
          create table benchmark_event (
            workspace text, profile_id uuid, revision bigint, occurred_at timestamptz, name text, properties text,
            primary key (workspace, profile_id, revision))
          """);
      execute(connection, "create index on benchmark_event (workspace, name, occurred_at)");
      connection.setAutoCommit(false);
      long began = System.nanoTime();
      insert(connection, rows, payload);
      double seconds = (System.nanoTime() - began) / 1e9;
      execute(connection, "drop table benchmark_event");
      connection.commit();
      return rows / seconds;
    }
  }

  private static void insert(Connection connection, int rows, String payload) throws SQLException {
    var properties = new String[BATCH];
    Arrays.fill(properties, payload);
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into benchmark_event
            select 'benchmark', ('00000000-0000-0000-0000-' || lpad((n % 20000)::text, 12, '0'))::uuid, n, now(),
                   'Product Viewed', p
            from unnest(?::text[]) with ordinality as u (p, i), lateral (select ?::bigint + i as n) as numbered
            """)) {
      for (int first = 0; first < rows; first += BATCH) {
        statement.setArray(1, connection.createArrayOf("text", properties));
        statement.setLong(2, first);
        statement.executeUpdate();
        connection.commit();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
