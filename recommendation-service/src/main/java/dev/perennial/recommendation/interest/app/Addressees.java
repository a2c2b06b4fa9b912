package dev.perennial.recommendation.interest.app;

import static java.util.Comparator.comparingInt;

import dev.perennial.contracts.profile.v1.GetProfilesRequest;
import dev.perennial.contracts.profile.v1.GetProfilesResponse;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.Profiles;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who profiles are now, and how they are addressed; profile-service knows. */
@ApplicationScoped
public class Addressees {

  private final Profiles profiles;

  Addressees(@GrpcClient("profile") Profiles profiles) {
    this.profiles = profiles;
  }

  /**
   * Whom an event is for.
   *
   * @param profile that is there now: another one when it absorbed the one that was asked for
   */
  public record Addressee(UUID profile, Identifier about) {}

  /** By the ids that are asked for, at most 500; without those that are no more. */
  Uni<Map<UUID, Addressee>> of(String workspace, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    var request =
        GetProfilesRequest.newBuilder()
            .setWorkspace(workspace)
            .addAllProfileIds(Set.copyOf(ids).stream().map(UUID::toString).toList());
    return profiles.getProfiles(request.build()).map(Addressees::addressees);
  }

  private static Map<UUID, Addressee> addressees(GetProfilesResponse response) {
    var addressees = new HashMap<UUID, Addressee>();
    for (Profile profile : response.getProfilesList()) {
      var id = UUID.fromString(profile.getProfileId());
      String absorbed = profile.getAbsorbedProfileId();
      profile.getIdentifiersList().stream()
          .min(comparingInt(Addressees::rank))
          .ifPresent(about ->
              addressees.put(
                  absorbed.isEmpty() ? id : UUID.fromString(absorbed), new Addressee(id, about)));
    }
    return addressees;
  }

  /** The most lasting first. */
  private static int rank(Identifier identifier) {
    return switch (identifier.getType()) {
      case "user_id" -> 0;
      case "anonymous_id" -> 2;
      default -> 1;
    };
  }
}
