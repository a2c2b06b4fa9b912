package dev.perennial.exactlyonce;

import dev.perennial.contracts.Shards;
import io.opentelemetry.api.OpenTelemetry;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.Map;

/**
 * What all workers of a service share.
 *
 * @param kafka the settings of every Kafka client
 * @param groupPrefix the service's name
 */
record Setting(
    Pool pool,
    Map<String, Object> kafka,
    String groupPrefix,
    Shards shards,
    ExactlyOnceConfig config,
    OriginGate originGate,
    RevisionGate revisionGate,
    ConsumerMetrics metrics,
    OpenTelemetry telemetry,
    Checkpoint checkpoint) {

  Steps steps() {
    return new Steps(config.stepTimeout());
  }
}
