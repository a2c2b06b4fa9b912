package dev.perennial.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * PostgreSQL, reachable over TCP on this machine only.
 *
 * @param home where its data lives
 * @param password of the superuser {@code postgres}
 * @param sharedBuffers its cache, in the words of Postgres: {@code 128MB}
 */
public record Postgres(
    Path home, Binaries binaries, int port, String password, String sharedBuffers)
    implements Component {

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(home);
    if (!Files.exists(data())) {
      initialize();
    }
    Unprivileged.find().own(data());
  }

  /** A cluster appears whole or not at all, so that a crash in the middle leaves nothing half. */
  private void initialize() throws IOException {
    Path fresh = home.resolve("fresh");
    Commands.run(List.of("rm", "-rf", fresh.toString()));
    Files.createDirectory(fresh);
    Path secret = fresh.resolve("password");
    Path cluster = fresh.resolve("data");
    Files.createDirectory(cluster);
    Files.writeString(secret, password, UTF_8);
    var user = Unprivileged.find();
    user.own(fresh);
    Commands.run(
        user.command(
            List.of(
                binaries.postgres().resolve("bin/initdb").toString(),
                "--pgdata=" + cluster,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync")));
    Files.delete(secret);
    Files.move(cluster, data(), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(fresh);
  }

  @Override
  public List<String> command() {
    try {
      return Unprivileged.find()
          .command(
              List.of(
                  binaries.postgres().resolve("bin/postgres").toString(),
                  "-D",
                  data().toString(),
                  "-p",
                  Integer.toString(port),
                  "-c",
                  "listen_addresses=127.0.0.1",
                  "-c",
                  "unix_socket_directories=",
                  "-c",
                  "fsync=on",
                  "-c",
                  "shared_buffers=" + sharedBuffers,
                  "-c",
                  "max_connections=200",
                  "-c",
                  "max_wal_size=2GB",
                  "-c",
                  "checkpoint_timeout=15min",
                  "-c",
                  "jit=off"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends sessions at once; without it Postgres waits until its clients have gone. */
  @Override
  public String stopSignal() {
    return "INT";
  }

  @Override
  public boolean ready() {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      return false;
    }
  }

  /** A connection of the superuser; not through the DriverManager, which knows one class loader. */
  Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "30");
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    for (var driver : ServiceLoader.load(Driver.class, Postgres.class.getClassLoader())) {
      var connection = driver.connect(url, properties);
      if (connection != null) {
        return connection;
      }
    }
    throw new SQLException("no driver for " + url);
  }

  /** Makes the role and its database of the same name where they are missing. */
  public void createDatabase(String name, String rolePassword) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      String role = statement.enquoteIdentifier(name, true);
      boolean missing;
      try (var found = connection.prepareStatement("select from pg_roles where rolname = ?")) {
        found.setString(1, name);
        try (var rows = found.executeQuery()) {
          missing = !rows.next();
        }
      }
      statement.execute(
          (missing ? "create" : "alter")
              + " role "
              + role
              + " login password "
              + statement.enquoteLiteral(rolePassword));
      try (var found = connection.prepareStatement("select from pg_database where datname = ?")) {
        found.setString(1, name);
        try (var rows = found.executeQuery()) {
          if (!rows.next()) {
            statement.execute("create database " + role + " owner " + role);
          }
        }
      }
    }
  }

  private Path data() {
    return home.resolve("data");
  }
}
