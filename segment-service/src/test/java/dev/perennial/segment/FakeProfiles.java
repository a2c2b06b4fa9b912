package dev.perennial.segment;

import dev.perennial.contracts.Shards;
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
import dev.perennial.contracts.profile.v1.RecordedEvent;
import dev.perennial.contracts.profile.v1.StreamHistoriesRequest;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A profile-service in memory that knows histories only. */
@GrpcService
public class FakeProfiles implements Profiles {

  private static final Map<String, NavigableMap<String, ProfileHistory>> HISTORIES =
      new ConcurrentHashMap<>();
  private static final Shards SHARDS = new Shards(16);

  /** What it tells of this profile from now on. */
  static void remember(String workspace, ProfileHistory history) {
    HISTORIES
        .computeIfAbsent(workspace, key -> new ConcurrentSkipListMap<>())
        .put(history.getProfileId(), history);
  }

  @Override
  public Multi<ProfileHistory> streamHistories(StreamHistoriesRequest request) {
    var ofWorkspace = HISTORIES.getOrDefault(request.getWorkspace(), new ConcurrentSkipListMap<>());
    return Multi.createFrom()
        .items(
            ofWorkspace.tailMap(request.getAfterProfileId(), false).values().stream()
                .filter(one -> SHARDS.of(one.getProfileId()) == request.getShard())
                .limit(request.getLimit())
                .map(one -> asked(one, request)));
  }

  private static ProfileHistory asked(ProfileHistory history, StreamHistoriesRequest request) {
    var events =
        history.getEventsList().stream()
            .filter(event -> request.getEventNamesList().contains(event.getEvent().getName()))
            .filter(event -> !request.hasSince() || isSince(event, request))
            .toList();
    return history.toBuilder().clearEvents().addAllEvents(events).build();
  }

  private static boolean isSince(RecordedEvent event, StreamHistoriesRequest request) {
    return event.getOccurredAt().getSeconds() >= request.getSince().getSeconds();
  }

  @Override
  public Uni<Profile> getProfile(GetProfileRequest request) {
    throw new UnsupportedOperationException("histories only");
  }

  @Override
  public Uni<GetProfilesResponse> getProfiles(GetProfilesRequest request) {
    throw new UnsupportedOperationException("histories only");
  }

  @Override
  public Uni<ListEventsResponse> listEvents(ListEventsRequest request) {
    throw new UnsupportedOperationException("histories only");
  }

  @Override
  public Uni<CommerceSummary> getCommerceSummary(GetCommerceSummaryRequest request) {
    throw new UnsupportedOperationException("histories only");
  }
}
