package dev.perennial.localstack;

import dev.perennial.localstack.component.Binaries;
import dev.perennial.localstack.component.JavaProgram;
import dev.perennial.localstack.component.Kafka;
import dev.perennial.localstack.component.Ports;
import dev.perennial.localstack.component.Postgres;
import dev.perennial.localstack.component.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Real Postgres, Kafka and Redis on free ports, with all topics, in a directory that goes with the
 * JVM. Tests that disturb the servers start a stack of their own; all others use {@link #shared}.
 */
public final class TestStack implements AutoCloseable {

  /** Partitions of each topic. */
  public static final int SHARDS = 16;

  private static final class Shared {
    static final TestStack STACK = start();
  }

  private final Reaper reaper;
  private final Postgres database;
  private final Server postgres;
  private final Server kafka;
  private final Server redis;

  private TestStack(Path directory) throws IOException {
    reaper = new Reaper(directory);
    var ports = Ports.free(4);
    var binaries = new Binaries(cache());
    binaries.unpack();
    database =
        new Postgres(directory.resolve("postgres"), binaries, ports.get(0), "postgres", "128MB");
    var broker =
        new Kafka(
            directory.resolve("kafka"),
            JavaProgram.likeThis(
                List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")),
            ports.get(1),
            ports.get(2));
    postgres = new Server(database, directory.resolve("postgres.log"), reaper);
    kafka = new Server(broker, directory.resolve("kafka.log"), reaper);
    redis =
        new Server(
            new Redis(directory.resolve("redis"), binaries, ports.get(3), "128mb"),
            directory.resolve("redis.log"),
            reaper);
    try {
      CompletableFuture.allOf(
              CompletableFuture.runAsync(postgres::start),
              CompletableFuture.runAsync(() -> {
                kafka.start();
                broker.createTopics(SHARDS);
              }),
              CompletableFuture.runAsync(redis::start))
          .join();
    } catch (CompletionException e) {
      reaper.reap();
      throw e;
    }
  }

  /** The one stack of this JVM, started when it is first asked for. */
  public static TestStack shared() {
    return Shared.STACK;
  }

  /** A stack of one's own; ends when it is closed, at the latest with the JVM. */
  public static TestStack start() {
    try {
      Path directory = Files.createTempDirectory("perennial-test");
      // Postgres may run as another user, who must be able to pass.
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
      return new TestStack(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Server postgres() {
    return postgres;
  }

  public Server kafka() {
    return kafka;
  }

  public Server redis() {
    return redis;
  }

  /** Makes a role and its database, all of the same name, where they are missing. */
  public void createDatabase(String name) {
    try {
      database.createDatabase(name, name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database " + name, e);
    }
  }

  /** For JDBC, with the user and password in it. */
  public String jdbcUrl(String name) {
    return "jdbc:postgresql://%s/%s?user=%s&password=%s"
        .formatted(postgres.address(), name, name, name);
  }

  /** The configuration of a service that keeps its data in this database. */
  public Map<String, String> config(String name) {
    return Map.of(
        "PERENNIAL_POSTGRES", postgres.address(),
        "PERENNIAL_POSTGRES_USER", name,
        "PERENNIAL_POSTGRES_PASSWORD", name,
        "PERENNIAL_KAFKA", kafka.address(),
        "PERENNIAL_REDIS", redis.address());
  }

  @Override
  public void close() {
    try {
      reaper.reap();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacked programs, kept from run to run where nobody else can write. */
  private static Path cache() throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    return Files.isWritable(home)
        ? home.resolve(".cache/perennial")
        : Files.createTempDirectory("perennial-binaries");
  }
}
