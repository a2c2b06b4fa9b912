package dev.perennial.channel;

import dev.perennial.localstack.component.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/** The service under test, and {@link FakeRecommendations} beside it behind the same port. */
public final class ChannelTestResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    var port = String.valueOf(freePort());
    return Map.of(
        "quarkus.http.test-port",
        port,
        "quarkus.grpc.clients.recommendation.port",
        port,
        "quarkus.grpc.clients.channel.host",
        "localhost",
        "quarkus.grpc.clients.channel.port",
        port,
        "quarkus.grpc.clients.channel.use-quarkus-grpc-client",
        "true",
        "perennial.secret-key",
        Base64.getEncoder().encodeToString(new byte[32]));
  }

  @Override
  public void stop() {}

  static int freePort() {
    return Ports.free(1).getFirst();
  }
}
