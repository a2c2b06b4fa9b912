package dev.perennial.profile.api;

import dev.perennial.contracts.profile.v1.CommerceSummary;
import dev.perennial.contracts.profile.v1.GetCommerceSummaryRequest;
import dev.perennial.contracts.profile.v1.GetProfileRequest;
import dev.perennial.contracts.profile.v1.GetProfilesRequest;
import dev.perennial.contracts.profile.v1.GetProfilesResponse;
import dev.perennial.contracts.profile.v1.ListEventsRequest;
import dev.perennial.contracts.profile.v1.ListEventsResponse;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.ProfileHistory;
import dev.perennial.contracts.profile.v1.Profiles;
import dev.perennial.contracts.profile.v1.StreamHistoriesRequest;
import dev.perennial.profile.app.ReadHistory;
import dev.perennial.profile.app.ReadProfile;
import dev.perennial.profile.app.SummarizeCommerce;
import dev.perennial.profile.domain.HistorySelection;
import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.ProfileKey;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.stream.IntStream;

/** The gRPC service. */
@GrpcService
class ProfilesService implements Profiles {

  private final ReadProfile profiles;
  private final ReadHistory history;
  private final SummarizeCommerce commerce;

  ProfilesService(ReadProfile profiles, ReadHistory history, SummarizeCommerce commerce) {
    this.profiles = profiles;
    this.history = history;
    this.commerce = commerce;
  }

  @Override
  public Uni<Profile> getProfile(GetProfileRequest request) {
    var workspace = Requests.workspace(request.getWorkspace());
    var found =
        switch (request.getByCase()) {
          case PROFILE_ID ->
              profiles.byId(
                  new ProfileKey(workspace, Requests.uuid("/profile_id", request.getProfileId())));
          case IDENTIFIER -> {
            var identifier = request.getIdentifier();
            yield profiles.byIdentifier(
                new Identifier(
                    workspace,
                    Requests.required("/identifier/type", identifier.getType()),
                    Requests.required("/identifier/value", identifier.getValue())));
          }
          case BY_NOT_SET -> throw Requests.invalid("", "says neither profile_id nor identifier");
        };
    return Faults.told(found.map(profile -> profile.orElseThrow(Faults::notFound)));
  }

  @Override
  public Uni<GetProfilesResponse> getProfiles(GetProfilesRequest request) {
    var workspace = Requests.workspace(request.getWorkspace());
    int count = request.getProfileIdsCount();
    if (count > 500) {
      throw Requests.invalid("/profile_ids", "holds more than 500");
    }
    var ids =
        IntStream.range(0, count)
            .mapToObj(i -> Requests.uuid("/profile_ids/" + i, request.getProfileIds(i)))
            .toList();
    return Faults.told(
        profiles
            .all(workspace, ids)
            .map(found -> GetProfilesResponse.newBuilder().addAllProfiles(found).build()));
  }

  @Override
  public Uni<ListEventsResponse> listEvents(ListEventsRequest request) {
    var workspace = Requests.workspace(request.getWorkspace());
    var profile = new ProfileKey(workspace, Requests.uuid("/profile_id", request.getProfileId()));
    int limit = Requests.limit("/limit", request.getLimit(), 50, 500);
    var before = EventCursor.decode(request.getCursor());
    return Faults.told(
        history
            .list(profile, before, limit)
            .map(events ->
                ListEventsResponse.newBuilder()
                    .addAllEvents(events)
                    .setNextCursor(
                        events.size() < limit ? "" : EventCursor.encode(events.getLast()))
                    .build()));
  }

  @Override
  public Multi<ProfileHistory> streamHistories(StreamHistoriesRequest request) {
    var workspace = Requests.workspace(request.getWorkspace());
    var after =
        request.getAfterProfileId().isEmpty()
            ? null
            : Requests.uuid("/after_profile_id", request.getAfterProfileId());
    int limit = Requests.limit("/limit", request.getLimit(), 500, 5000);
    var since =
        request.hasSince()
            ? Instant.ofEpochSecond(request.getSince().getSeconds(), request.getSince().getNanos())
            : Instant.EPOCH;
    var selection =
        new HistorySelection(workspace, request.getShard(), request.getEventNamesList(), since);
    return history.stream(selection, after, limit).onFailure().transform(Faults::of);
  }

  @Override
  public Uni<CommerceSummary> getCommerceSummary(GetCommerceSummaryRequest request) {
    return Faults.told(
        commerce.of(Requests.workspace(request.getWorkspace())).map(SummaryWire::summary));
  }
}
