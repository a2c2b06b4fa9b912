package dev.perennial.journey;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A free port, at which the service finds {@link FakeSegments} and the tests find the service. */
public final class OwnPort implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try (var socket = new ServerSocket(0)) {
      String port = Integer.toString(socket.getLocalPort());
      return Map.of(
          "quarkus.http.test-port", port,
          "PERENNIAL_SEGMENT_PORT", port,
          "quarkus.grpc.clients.journeys.host", "localhost",
          "quarkus.grpc.clients.journeys.port", port,
          "quarkus.grpc.clients.journeys.use-quarkus-grpc-client", "true");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
