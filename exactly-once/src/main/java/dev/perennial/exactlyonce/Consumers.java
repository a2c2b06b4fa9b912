package dev.perennial.exactlyonce;

import dev.perennial.contracts.Shards;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts every {@link ConsumerDefinition} of the service with it, and stops them with it. */
@Singleton
public final class Consumers {

  private final List<ConsumerDefinition> definitions;
  private final Setting setting;
  private final List<Worker> workers = new CopyOnWriteArrayList<>();

  @Inject
  Consumers(
      @All List<ConsumerDefinition> definitions,
      Pool pool,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "perennial.shards", defaultValue = "16") int shards,
      ExactlyOnceConfig config,
      OriginGate originGate,
      RevisionGate revisionGate,
      ConsumerMetrics metrics,
      OpenTelemetry telemetry) {
    this(
        definitions,
        new Setting(
            pool,
            Map.copyOf(kafka),
            service,
            new Shards(shards),
            config,
            originGate,
            revisionGate,
            metrics,
            telemetry,
            Checkpoint.NONE));
  }

  Consumers(List<ConsumerDefinition> definitions, Setting setting) {
    this.definitions = List.copyOf(definitions);
    this.setting = setting;
  }

  /** Migrations have run by now. */
  void onStart(@Observes StartupEvent event) {
    if (setting.config().enabled()) {
      start();
    }
  }

  /** Before anything else goes down that a unit may need. */
  void onStop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stop();
  }

  void start() {
    checkDistinct();
    int shards = setting.shards().count();
    int installed = setting.steps().take(Installation.shards(setting.pool(), shards));
    if (installed != shards) {
      throw new IllegalStateException(
          "this database was set up with %d shards, but perennial.shards is %d; the number never changes"
              .formatted(installed, shards));
    }
    for (var definition : definitions) {
      for (int number = 0; number < setting.config().workers(); number++) {
        workers.add(new Worker(setting, definition, number));
      }
    }
    workers.forEach(Worker::start);
  }

  void stop() throws InterruptedException {
    workers.forEach(Worker::stop);
    for (var worker : workers) {
      worker.awaitStopped(setting.config().stopTimeout());
    }
    workers.clear();
  }

  List<WorkerStatus> statuses() {
    return workers.stream().map(Worker::status).toList();
  }

  /** Gates remember per topic, and a position belongs to one consumer. */
  private void checkDistinct() {
    var names = new HashSet<String>();
    var topics = new HashSet<String>();
    for (var definition : definitions) {
      if (!names.add(definition.name())) {
        throw new IllegalStateException("two consumers are called " + definition.name());
      }
      for (var topic : definition.topics()) {
        if (!topics.add(topic)) {
          throw new IllegalStateException("two consumers of one service read " + topic);
        }
      }
    }
  }
}
