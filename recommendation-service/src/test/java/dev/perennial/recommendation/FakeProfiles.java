package dev.perennial.recommendation;

import dev.perennial.contracts.profile.v1.GetProfilesRequest;
import dev.perennial.contracts.profile.v1.GetProfilesResponse;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.MutinyProfilesGrpc;
import dev.perennial.contracts.profile.v1.Profile;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A profile-service that knows everyone, each by an anonymous id and by "user-" with their id. Whom
 * a test merges answers as the other one.
 */
public final class FakeProfiles implements QuarkusTestResourceLifecycleManager {

  private static final Map<String, String> MERGED = new ConcurrentHashMap<>();

  private @Nullable Server server;

  static void merge(UUID loser, UUID winner) {
    MERGED.put(loser.toString(), winner.toString());
  }

  @Override
  public Map<String, String> start() {
    try {
      server = NettyServerBuilder.forPort(0).addService(new Known()).build().start();
      return Map.of("quarkus.grpc.clients.profile.test-port", String.valueOf(server.getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.shutdownNow();
    }
  }

  private static final class Known extends MutinyProfilesGrpc.ProfilesImplBase {

    @Override
    public Uni<GetProfilesResponse> getProfiles(GetProfilesRequest request) {
      var response = GetProfilesResponse.newBuilder();
      for (String id : request.getProfileIdsList()) {
        String now = MERGED.getOrDefault(id, id);
        response.addProfiles(
            Profile.newBuilder()
                .setProfileId(now)
                .setAbsorbedProfileId(now.equals(id) ? "" : id)
                .addIdentifiers(identifier("anonymous_id", "browser-" + now))
                .addIdentifiers(identifier("user_id", "user-" + now)));
      }
      return Uni.createFrom().item(response.build());
    }

    private static Identifier.Builder identifier(String type, String value) {
      return Identifier.newBuilder().setType(type).setValue(value);
    }
  }
}
