package dev.perennial.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.perennial.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One Kafka node that is broker and controller (KRaft).
 *
 * @param controllerPort between the node and itself
 */
public record Kafka(Path home, JavaProgram java, int port, int controllerPort)
    implements Component {

  private static final List<String> TOPICS =
      List.of(
          Topics.EVENTS_ACCEPTED,
          Topics.EVENTS_IMPORTED,
          Topics.PROFILE_ACTIVITY,
          Topics.SEGMENT_TRANSITIONS,
          Topics.MESSAGE_REQUESTS,
          Topics.CATALOG_UPDATES,
          Topics.CATALOG_CHANGES);

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(home);
    Files.writeString(properties(), settings(), UTF_8);
  }

  @Override
  public List<String> command() {
    return java.command(KafkaMain.class.getName(), List.of(properties().toString()));
  }

  @Override
  public boolean ready() {
    try (var socket = new Socket()) {
      // An admin client is dear, so it looks only once the door is open.
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1_000);
    } catch (IOException e) {
      return false;
    }
    try (var admin = admin()) {
      return !admin.describeCluster().nodes().get(5, SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Makes every topic, and its dead one, that is missing. */
  public void createTopics(int partitions) {
    try (var admin = admin()) {
      var existing = admin.listTopics().names().get(30, SECONDS);
      var missing =
          TOPICS.stream()
              .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_SUFFIX))
              .filter(topic -> !existing.contains(topic))
              .map(topic -> new NewTopic(topic, Optional.of(partitions), Optional.empty()))
              .toList();
      admin.createTopics(missing).all().get(60, SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("cannot create the topics", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Admin admin() {
    // Kafka looks for its plug-ins in the thread's class loader, which under a Quarkus test is not
    // the one that has loaded its interfaces.
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(Admin.class.getClassLoader());
    try {
      return Admin.create(
          Map.of("bootstrap.servers", "127.0.0.1:" + port, "request.timeout.ms", 20_000));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static UncheckedIOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new UncheckedIOException(new IOException("interrupted", e));
  }

  private Path properties() {
    return home.resolve("server.properties");
  }

  /** Small indexes and few internal partitions, because this is one machine. */
  private String settings() {
    return """
    process.roles=broker,controller
    node.id=1
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    controller.quorum.voters=1@127.0.0.1:%2$d
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    num.partitions=16
    default.replication.factor=1
    min.insync.replicas=1
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=4
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    group.initial.rebalance.delay.ms=0
    group.min.session.timeout.ms=1000
    log.retention.hours=720
    log.segment.bytes=134217728
    log.index.size.max.bytes=1048576
    log.cleaner.dedupe.buffer.size=8388608
    log.cleaner.io.buffer.size=131072
    num.network.threads=2
    num.io.threads=4
    initial.broker.registration.timeout.ms=60000
    metrics.num.samples=2
    """
        .formatted(port, controllerPort, home.resolve("logs"));
  }
}
