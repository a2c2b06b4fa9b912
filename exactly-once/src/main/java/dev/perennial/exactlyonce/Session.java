package dev.perennial.exactlyonce;

import dev.perennial.exactlyonce.Checkpoint.Step;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * One life of a worker: joins the group, claims what it is given, and processes until it is told to
 * stop or something happens after which nothing in memory can be trusted.
 */
final class Session implements ConsumerRebalanceListener, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Session.class);

  /** Milliseconds. Members learn of a rebalance with a heartbeat, and all wait for the last. */
  private static final int MAX_HEARTBEAT_INTERVAL = 500;

  private final Setting setting;
  private final ConsumerDefinition definition;
  private final WorkerStatus status;
  private final BooleanSupplier running;
  private final ConsumerMetrics.Of metrics;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Publisher publisher;
  private final Ownership ownership;
  private final Units units;
  private final AskedDeadRecords asked;
  private final WorkSchedule work;
  private final Backoff backoff;
  private long nextHousekeeping = System.nanoTime();

  /** Whether there is more to do than what a poll may bring. */
  private boolean hurry;

  Session(
      Setting setting,
      ConsumerDefinition definition,
      WorkerStatus status,
      BooleanSupplier running) {
    this.setting = setting;
    this.definition = definition;
    this.status = status;
    this.running = running;
    metrics = setting.metrics().of(definition.name());
    publisher = new Publisher(setting.kafka(), status.name, setting.shards(), setting.checkpoint());
    ownership = new Ownership(setting, definition.name(), publisher, running);
    units = new Units(setting, definition, ownership, metrics, running);
    asked = new AskedDeadRecords(setting, definition, ownership, units);
    work = new WorkSchedule(setting, definition, ownership, metrics);
    backoff = new Backoff(setting.config());
    consumer =
        new KafkaConsumer<>(
            consumerConfig(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> consumerConfig() {
    var config = new HashMap<>(setting.kafka());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, status.name);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, setting.groupPrefix() + "." + definition.name());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // The database knows the offset; should Kafka not have it, a person decides.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // Gives the same partition of all topics to the same owner.
    config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, setting.config().unitRecords());
    int sessionTimeout = (int) setting.config().sessionTimeout().toMillis();
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionTimeout);
    config.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        Math.clamp(sessionTimeout / 4, 1, MAX_HEARTBEAT_INTERVAL));
    config.put(
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
        (int) setting.config().maxPollInterval().toMillis());
    return config;
  }

  void run() {
    TopicCheck.await(consumer, definition, setting.shards(), status, running);
    consumer.subscribe(definition.topics(), this);
    while (running.getAsBoolean()) {
      try {
        pass();
      } catch (Fault.Environment e) {
        metrics.retries().increment();
        if (!status.isRetrying()) {
          LOG.warnf("%s waits and tries again: %s", status.name, e.reason());
        }
        LOG.debugf(e, "%s", status.name);
        status.retrying(e.reason());
        consumer.pause(consumer.assignment());
        ownership.suspend();
        backoff.begin();
      } catch (Fault.Fenced e) {
        metrics.fences().increment();
        LOG.infof("%s gives up: %s", status.name, e.reason());
        consumer.pause(consumer.assignment());
        ownership.drop(consumer.assignment());
        consumer.enforceRebalance("fenced");
      } catch (OffsetOutOfRangeException e) {
        stop(e.offsetOutOfRangePartitions());
      }
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    publisher.awaitAcknowledged(() -> System.nanoTime() < deadline);
  }

  private void pass() {
    var wait = backoff.left();
    var most = hurry ? Duration.ZERO : Duration.ofSeconds(1);
    var polled = consumer.poll(wait.isZero() ? work.untilDue(most) : wait);
    if (!backoff.left().isZero()) {
      return;
    }
    ownership.claim(consumer);
    var config = setting.config();
    for (var unit : Unit.cut(polled, config.unitRecords(), config.unitBytes())) {
      if (!running.getAsBoolean()) {
        return;
      }
      units.process(unit);
    }
    hurry = units.release();
    work.run();
    keepHouse();
    backoff.reset();
    if (status.isRetrying()) {
      LOG.infof("%s works again", status.name);
    }
    status.working();
  }

  private void keepHouse() {
    if (System.nanoTime() < nextHousekeeping || ownership.held().isEmpty()) {
      return;
    }
    if (asked.settleOne()) {
      hurry = true;
      return;
    }
    ownership.emptyQuietSlots();
    nextHousekeeping = System.nanoTime() + setting.config().housekeepingInterval().toNanos();
    var held = ownership.held();
    status.lag(held.stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum());
    status.heldRecords(setting.steps().take(HeldRows.count(setting.pool(), held)));
    setting.revisionGate().lookAgain(held);
    // For tools that show a group's lag; nothing here ever reads it.
    consumer.commitAsync(
        ownership.nextOffsets().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> new OffsetAndMetadata(e.getValue()))),
        (_, _) -> {});
  }

  /** Starting again elsewhere would lose or repeat records, so a person decides. */
  private void stop(Map<TopicPartition, Long> outOfRange) {
    consumer.pause(outOfRange.keySet());
    ownership.drop(outOfRange.keySet());
    outOfRange.forEach((partition, offset) -> {
      status.stop(partition, "offset %d is out of range".formatted(offset));
      LOG.errorf(
          "%s stops %s: Kafka does not have offset %d; see docs/exactly-once.md",
          status.name, partition, offset);
    });
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    setting.checkpoint().reached(Step.ASSIGNED);
    // Without a position the consumer would look for a committed one; the claim sets the real one.
    partitions.forEach(p -> consumer.seek(p, 0));
    consumer.pause(partitions);
    status.restart(partitions);
    ownership.want(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    ownership.drop(partitions);
    setting.checkpoint().reached(Step.REVOKED);
  }

  /** Callable from any thread: makes a poll under way return. */
  void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    publisher.close();
    consumer.close(CloseOptions.timeout(Duration.ofMillis(500)));
  }
}
