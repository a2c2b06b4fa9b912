package dev.perennial.gateway.management;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The services behind the gateway, each on a port of its own. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

  private final List<Server> servers = new ArrayList<>();

  @Override
  public Map<String, String> start() {
    var config = new HashMap<String, String>();
    config.put(port("profile"), serve(new FakeProfiles(), new FakeDeadRecords()));
    config.put(port("segment"), serve(new FakeSegments()));
    config.put(port("journey"), serve(new FakeJourneys()));
    config.put(
        port("channel"),
        serve(
            new FakeChannel.OfTemplates(),
            new FakeChannel.OfAccounts(),
            new FakeChannel.OfMessages()));
    config.put(port("recommendation"), serve(new FakeRecommendations(), new FakePlacements()));
    config.put(port("catalog"), serve(new FakeCatalog()));
    return config;
  }

  /** A test's clients have ports of their own; without one they would ask the gateway itself. */
  private static String port(String client) {
    return "quarkus.grpc.clients." + client + ".test-port";
  }

  private String serve(BindableService... services) {
    var builder = NettyServerBuilder.forPort(0);
    List.of(services).forEach(builder::addService);
    try {
      Server server = builder.build().start();
      servers.add(server);
      return String.valueOf(server.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    servers.forEach(Server::shutdownNow);
  }
}
