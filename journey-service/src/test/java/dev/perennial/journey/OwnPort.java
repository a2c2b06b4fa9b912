package dev.perennial.journey;

import dev.perennial.localstack.component.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A free port, at which the service finds {@link FakeSegments} and the tests find the service. */
public final class OwnPort implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    String port = Integer.toString(Ports.free(1).getFirst());
    return Map.of(
        "quarkus.http.test-port", port,
        "PERENNIAL_SEGMENT_PORT", port,
        "quarkus.grpc.clients.journeys.host", "localhost",
        "quarkus.grpc.clients.journeys.port", port,
        "quarkus.grpc.clients.journeys.use-quarkus-grpc-client", "true");
  }

  @Override
  public void stop() {}
}
