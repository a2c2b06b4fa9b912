package dev.perennial.gateway.management.app;

import dev.perennial.contracts.profile.v1.GetProfileRequest;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.Profiles;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds a person by the profile's id or by an identifier: {@code email:ann@example.com}. */
@ApplicationScoped
public class FindProfile {

  private static final char COLON = ':';

  private final Profiles profiles;

  FindProfile(@GrpcClient("profile") Profiles profiles) {
    this.profiles = profiles;
  }

  /** Whether a person is named by an identifier rather than by the id of a profile. */
  public static boolean isIdentifier(String person) {
    return person.indexOf(COLON) >= 0;
  }

  /** The profile as it is now: a retired id is followed. Fails when there is none. */
  public Uni<Profile> find(String workspace, String person) {
    var request = GetProfileRequest.newBuilder().setWorkspace(workspace);
    int colon = person.indexOf(COLON);
    if (colon < 0) {
      request.setProfileId(person);
    } else {
      request.setIdentifier(
          Identifier.newBuilder()
              .setType(person.substring(0, colon))
              .setValue(person.substring(colon + 1)));
    }
    return profiles.getProfile(request.build());
  }
}
