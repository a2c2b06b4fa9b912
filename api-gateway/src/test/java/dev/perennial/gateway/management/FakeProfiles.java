package dev.perennial.gateway.management;

import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.CommerceSummary;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.GetCommerceSummaryRequest;
import dev.perennial.contracts.profile.v1.GetProfileRequest;
import dev.perennial.contracts.profile.v1.ListEventsRequest;
import dev.perennial.contracts.profile.v1.ListEventsResponse;
import dev.perennial.contracts.profile.v1.MutinyProfilesGrpc;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.RecordedEvent;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;

/** Every profile is there; one named by an identifier has the id "found-" and its value. */
final class FakeProfiles extends MutinyProfilesGrpc.ProfilesImplBase {

  @Override
  public Uni<Profile> getProfile(GetProfileRequest request) {
    switch (request.getIdentifier().getValue()) {
      case "nobody" -> {
        return Uni.createFrom().failure(Status.NOT_FOUND.asRuntimeException());
      }
      case "away" -> {
        return Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
      }
      default -> {}
    }
    String id =
        request.hasIdentifier()
            ? "found-" + request.getIdentifier().getValue()
            : request.getProfileId();
    return Uni.createFrom()
        .item(
            Profile.newBuilder()
                .setProfileId(id)
                .setTraits("{\"country\":\"FR\",\"name\":\"" + request.getWorkspace() + "\"}")
                .setNetValueMicros(12_345_678)
                .setLastSeenAt(FakeSegments.AT)
                .build());
  }

  @Override
  public Uni<ListEventsResponse> listEvents(ListEventsRequest request) {
    var event =
        EventRecorded.newBuilder()
            .setName("of " + request.getProfileId())
            .setProperties("{\"total\":1.50}")
            .setCommerce(Commerce.newBuilder().setValueMicros(1_500_000));
    return Uni.createFrom()
        .item(
            ListEventsResponse.newBuilder()
                .addEvents(RecordedEvent.newBuilder().setRevision(7).setEvent(event))
                .build());
  }

  @Override
  public Uni<CommerceSummary> getCommerceSummary(GetCommerceSummaryRequest request) {
    return Uni.createFrom()
        .item(
            CommerceSummary.newBuilder()
                .setOrdersCompleted(22_061)
                .setNetValueMicros(9_747_747_930_000L)
                .build());
  }
}
