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
import org.jspecify.annotations.Nullable;

/** A profile-service that knows everyone, each by an anonymous id and by "user-" with their id. */
public final class FakeProfiles implements QuarkusTestResourceLifecycleManager {

  private @Nullable Server server;

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
        response.addProfiles(
            Profile.newBuilder()
                .setProfileId(id)
                .addIdentifiers(identifier("anonymous_id", "browser-" + id))
                .addIdentifiers(identifier("user_id", "user-" + id)));
      }
      return Uni.createFrom().item(response.build());
    }

    private static Identifier.Builder identifier(String type, String value) {
      return Identifier.newBuilder().setType(type).setValue(value);
    }
  }
}
