package dev.perennial.exactlyonce;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.deadletter.v1.DeadRecords;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsRequest;
import dev.perennial.contracts.deadletter.v1.ReplayDeadRecordRequest;
import dev.perennial.localstack.StackResource;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcService;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** In a Quarkus service: a definition is all it takes. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "wiring"))
class WiringTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject @GrpcService DeadRecordsService deadRecords;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  @Inject Seen seen;

  @Test
  void aDefinitionIsConsumedItsPoisonSetAsideAndReplayedOverGrpc() {
    seen.poisonous = true;
    send("shop:ann", "good", "bad");
    Awaitility.await().atMost(PATIENCE).until(() -> !dead().isEmpty());
    assertEquals(List.of("good"), List.copyOf(seen.texts));
    var record = dead().getFirst();
    assertEquals("this one is bad", record.getReason());
    assertEquals("bad", record.getValue().toStringUtf8());
    assertEquals(Topics.EVENTS_ACCEPTED, record.getTopic());

    seen.poisonous = false;
    replay(record.getId());
    Awaitility.await().atMost(PATIENCE).until(() -> dead().getFirst().hasReplayedAt());
    replay(record.getId());
    send("shop:ann", "last");
    Awaitility.await().atMost(PATIENCE).until(() -> seen.texts.contains("last"));
    assertEquals(List.of("good", "bad", "last"), List.copyOf(seen.texts));
  }

  @Test
  void aDeadRecordThatDoesNotExistIsNotFound() {
    var thrown = assertThrows(StatusRuntimeException.class, () -> replay("nonsense"));
    assertEquals(Status.Code.NOT_FOUND, thrown.getStatus().getCode());
  }

  @Test
  void healthTellsWhatEachWorkerDoes() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            given()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(
                    "checks.find { it.name == 'exactly-once consumers' }.data.'seen-0'",
                    equalTo("working")));
  }

  @Test
  void theDefaultsAreThose() {
    var config = Rig.defaults();
    assertTrue(config.enabled());
    assertEquals(2, config.workers());
    assertEquals(4_000, config.unitRecords());
    assertEquals(1 << 20, config.unitBytes());
    assertEquals(1_000_000, config.recordBytes());
    assertEquals(16 << 20, config.slotBytes());
    assertEquals(Duration.ofSeconds(10), config.sessionTimeout());
    assertEquals(Duration.ofMinutes(5), config.maxPollInterval());
    assertEquals(Duration.ofSeconds(15), config.idleInTransactionTimeout());
    assertEquals(Duration.ofSeconds(60), config.stepTimeout());
    assertEquals(Duration.ofMillis(100), config.minBackoff());
    assertEquals(Duration.ofSeconds(5), config.maxBackoff());
    assertEquals(Duration.ofSeconds(1), config.housekeepingInterval());
    assertEquals(Duration.ofDays(90), config.deadRecordRetention());
    assertEquals(Duration.ofMinutes(1), config.outboxRetention());
    assertEquals(Duration.ofSeconds(8), config.stopTimeout());
  }

  private List<DeadRecord> dead() {
    DeadRecords service = deadRecords;
    return service
        .listDeadRecords(ListDeadRecordsRequest.getDefaultInstance())
        .await()
        .atMost(PATIENCE)
        .getRecordsList();
  }

  private void replay(String id) {
    deadRecords
        .replayDeadRecord(ReplayDeadRecordRequest.newBuilder().setId(id).build())
        .await()
        .atMost(PATIENCE);
  }

  private void send(String key, String... texts) {
    try (var producer =
        new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
      for (var text : texts) {
        var _ =
            producer.send(
                new ProducerRecord<>(
                    Topics.EVENTS_ACCEPTED, new Shards(16).of(key), key, text.getBytes(UTF_8)));
      }
    }
  }

  /** Keeps nothing in the database, which the rest of the tests look at. */
  @Singleton
  static class Seen implements UnitProcessor<List<String>> {
    final Queue<String> texts = new ConcurrentLinkedQueue<>();
    volatile boolean poisonous;

    @Override
    public Uni<List<String>> prepare(List<ConsumerRecord<String, byte[]>> records) {
      return Uni.createFrom()
          .item(records.stream().map(r -> new String(r.value(), UTF_8)).toList());
    }

    @Override
    public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, List<String> prepared) {
      if (poisonous && prepared.contains("bad")) {
        throw new PoisonException("this one is bad");
      }
      texts.addAll(prepared);
      return Uni.createFrom().item(List.of());
    }

    @Produces
    @Singleton
    ConsumerDefinition definition() {
      return new ConsumerDefinition("seen", List.of(Topics.EVENTS_ACCEPTED), this, List.of());
    }
  }
}
