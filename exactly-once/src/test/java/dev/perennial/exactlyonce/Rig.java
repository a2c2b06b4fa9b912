package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.Shards;
import dev.perennial.localstack.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A database and topics of its own, on which services are started, crashed and looked at. */
final class Rig implements AutoCloseable {

  static final Shards SHARDS = new Shards(3);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final List<String> MIGRATIONS =
      List.of("V1__exactly_once.sql", "V2__held_records.sql");
  private static final Vertx VERTX = Vertx.vertx();

  final String name = "run" + ProcessHandle.current().pid() + "x" + COUNT.incrementAndGet();
  final Flow flow = new Flow(name);
  private final TestStack stack;
  private final Pool pool;
  private final List<Started> started = new ArrayList<>();

  Rig(TestStack stack) {
    this.stack = stack;
    stack.createDatabase(name);
    pool = pool(stack.postgres().port());
    MIGRATIONS.forEach(file -> execute(read(file)));
    execute(Flow.TABLES);
    createTopics(flow.topics());
  }

  /** A service with the flow's consumers. */
  Started start(Checkpoint checkpoint, Map<String, String> settings) {
    return start(checkpoint, settings, stack.postgres().port());
  }

  /** The same, reaching Postgres at a port of its own, which may be a proxy's. */
  Started start(Checkpoint checkpoint, Map<String, String> settings, int postgres) {
    var meters = new SimpleMeterRegistry();
    var setting = setting(checkpoint, settings, SHARDS, pool(postgres), meters);
    var gates = new Flow.Gates(setting.originGate(), setting.revisionGate());
    return start(flow.consumers(gates), setting, meters);
  }

  /** A service with consumers of its own. */
  Started start(Checkpoint checkpoint, ConsumerDefinition... definitions) {
    var meters = new SimpleMeterRegistry();
    var setting = setting(checkpoint, Map.of(), SHARDS, pool(postgresPort()), meters);
    return start(List.of(definitions), setting, meters);
  }

  /** A service that thinks there are so many shards. */
  Started start(Shards shards) {
    var meters = new SimpleMeterRegistry();
    var setting = setting(Checkpoint.NONE, Map.of(), shards, pool(postgresPort()), meters);
    var gates = new Flow.Gates(setting.originGate(), setting.revisionGate());
    return start(flow.consumers(gates), setting, meters);
  }

  private Started start(
      List<ConsumerDefinition> definitions, Setting setting, MeterRegistry meters) {
    var service = new Started(new Consumers(definitions, setting), meters, setting.pool());
    started.add(service);
    service.consumers().start();
    return service;
  }

  private Setting setting(
      Checkpoint checkpoint,
      Map<String, String> settings,
      Shards shards,
      Pool own,
      MeterRegistry meters) {
    return new Setting(
        own,
        Map.of("bootstrap.servers", stack.kafka().address(), "reconnect.backoff.max.ms", 200),
        name,
        shards,
        config(settings),
        new OriginGate(meters),
        new RevisionGate(meters),
        new ConsumerMetrics(meters),
        OpenTelemetry.noop(),
        checkpoint);
  }

  int postgresPort() {
    return stack.postgres().port();
  }

  /** A service that was started. */
  record Started(Consumers consumers, MeterRegistry meters, Pool pool) {

    double count(String meter, String consumer) {
      var counter = meters.find(meter).tag("consumer", consumer).counter();
      return counter == null ? 0 : counter.count();
    }

    /** How often a worker started again, for whatever reason. */
    double disturbances() {
      return Stream.of("first", "second")
          .mapToDouble(c ->
              count("perennial.consumer.retries", c)
                  + count("perennial.consumer.fences", c)
                  + count("perennial.consumer.restarts", c))
          .sum();
    }

    boolean isRetrying() {
      return consumers.statuses().stream().anyMatch(WorkerStatus::isRetrying);
    }

    void stop() {
      try {
        consumers.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      pool.closeAndAwait();
    }
  }

  static ExactlyOnceConfig config(Map<String, String> settings) {
    var all = new HashMap<String, String>();
    all.put("workers", "2");
    all.put("unit-records", "7");
    all.put("min-backoff", "PT0.02S");
    all.put("max-backoff", "PT0.2S");
    all.put("housekeeping-interval", "PT0.1S");
    all.put("session-timeout", "PT6S");
    all.putAll(settings);
    return mapping(all);
  }

  static ExactlyOnceConfig defaults() {
    return mapping(Map.of());
  }

  private static ExactlyOnceConfig mapping(Map<String, String> all) {
    var prefixed = new HashMap<String, String>();
    all.forEach((key, value) -> prefixed.put("perennial.exactly-once." + key, value));
    return new SmallRyeConfigBuilder()
        .withMapping(ExactlyOnceConfig.class)
        .withSources(new PropertiesConfigSource(prefixed, "test", 100))
        .build()
        .getConfigMapping(ExactlyOnceConfig.class);
  }

  /** Sends to the first topic and waits until Kafka has it. */
  void send(List<Flow.Event> events) {
    send(
        events.stream()
            .map(e -> new ProducerRecord<>(flow.input(), e.key(), e.text().getBytes(UTF_8)))
            .toList()
            .stream());
  }

  /** Sends records, each to the shard of its key, and waits until Kafka has them. */
  void send(Stream<ProducerRecord<String, byte[]>> records) {
    Map<String, Object> config = Map.of("bootstrap.servers", stack.kafka().address());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      // The default partitioner gives a key its shard.
      records.forEach(r -> {
        var _ = producer.send(r);
      });
      producer.flush();
    }
  }

  /** What a topic holds; what its gate would drop is dropped. Per partition in order. */
  List<ConsumerRecord<String, byte[]>> published(String topic) {
    Map<String, Object> config = Map.of("bootstrap.servers", stack.kafka().address());
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          IntStream.range(0, SHARDS.count()).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var last = new HashMap<String, Origin>();
      var admitted = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (var polled : consumer.poll(Duration.ofMillis(200))) {
          var origin = Origin.of(polled).orElseThrow();
          var stream = polled.partition() + origin.source();
          var before = last.get(stream);
          if (before == null || origin.compareTo(before) > 0) {
            last.put(stream, origin);
            admitted.add(polled);
          }
        }
      }
      return admitted;
    }
  }

  /** Waits until state and output are those of an undisturbed run, which they then must stay. */
  void awaitResult(Flow.Result expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertEquals(expected, flow.result(this)));
  }

  /** Waits until so many records went through the first consumer. */
  void awaitSteps(int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() ->
            query("select coalesce(sum(count), 0)::bigint as n from history where stage = 'first'")
                    .getFirst()
                    .getLong("n")
                >= count);
  }

  List<Row> query(String sql) {
    var rows = pool.query(sql).execute().await().atMost(Duration.ofSeconds(30));
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  void execute(String sql) {
    pool.query(sql).execute().await().atMost(Duration.ofSeconds(30));
  }

  Pool pool() {
    return pool;
  }

  private Pool pool(int port) {
    var options =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setDatabase(name)
            .setUser(name)
            .setPassword(name)
            .setCachePreparedStatements(true);
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(6).setConnectionTimeout(2))
        .connectingTo(options)
        .using(VERTX)
        .build();
  }

  private void createTopics(List<String> topics) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka().address()))) {
      var fresh =
          topics.stream()
              .map(t -> new NewTopic(t, Optional.of(SHARDS.count()), Optional.empty()))
              .toList();
      admin.createTopics(fresh).all().get(30, SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String read(String migration) {
    try (var in = requireNonNull(Rig.class.getResourceAsStream("/db/exactly-once/" + migration))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void stopAll() {
    started.forEach(Started::stop);
    started.clear();
  }

  @Override
  public void close() {
    stopAll();
    pool.closeAndAwait();
  }
}
