package dev.perennial.gateway.management.api;

import dev.perennial.contracts.channel.v1.ListMessagesRequest;
import dev.perennial.contracts.channel.v1.Messages;
import dev.perennial.contracts.journey.v1.Journeys;
import dev.perennial.contracts.journey.v1.ListRunsRequest;
import dev.perennial.contracts.profile.v1.ListEventsRequest;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.Profiles;
import dev.perennial.contracts.segment.v1.ListMembershipsRequest;
import dev.perennial.contracts.segment.v1.Segments;
import dev.perennial.gateway.management.app.FindProfile;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person is named by the profile's id or by an identifier: {@code email:ann@example.com}. */
@KeyRequired
@Path("/api/v1/profiles/{person}")
@Tag(name = "profiles", description = "People, by id or by type:value, such as user_id:17850")
public class ProfilesResource {

  record Memberships(List<SegmentJson.MembershipView> segments) {}

  record MessagesPage(List<MessageJson.View> messages) {}

  record Runs(List<JourneyJson.RunView> runs) {}

  private final Profiles profiles;
  private final Segments segments;
  private final Messages messages;
  private final Journeys journeys;
  private final FindProfile findProfile;
  private final Caller caller;

  ProfilesResource(
      @GrpcClient("profile") Profiles profiles,
      @GrpcClient("segment") Segments segments,
      @GrpcClient("channel") Messages messages,
      @GrpcClient("journey") Journeys journeys,
      FindProfile findProfile,
      Caller caller) {
    this.profiles = profiles;
    this.segments = segments;
    this.messages = messages;
    this.journeys = journeys;
    this.findProfile = findProfile;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "One profile: identity, traits, consent, orders")
  public Uni<ProfileJson.View> get(String person) {
    return find(person).map(ProfileJson.View::of);
  }

  @GET
  @Path("/events")
  @Operation(summary = "Events, newest first")
  public Uni<ProfileJson.Events> events(
      String person,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    var request =
        ListEventsRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setLimit(Limit.of(limit))
            .setCursor(cursor);
    return idOf(person)
        .chain(id -> profiles.listEvents(request.setProfileId(id).build()))
        .map(ProfileJson.Events::of);
  }

  @GET
  @Path("/segments")
  @Operation(summary = "The segments that the person is in")
  public Uni<Memberships> segments(String person) {
    var request = ListMembershipsRequest.newBuilder().setWorkspace(caller.workspace());
    return idOf(person)
        .chain(id -> segments.listMemberships(request.setProfileId(id).build()))
        .map(response ->
            new Memberships(
                response.getMembershipsList().stream()
                    .map(SegmentJson.MembershipView::of)
                    .toList()));
  }

  @GET
  @Path("/messages")
  @Operation(summary = "Messages to the person, newest first")
  public Uni<MessagesPage> messages(String person) {
    var request = ListMessagesRequest.newBuilder().setWorkspace(caller.workspace());
    return idOf(person)
        .chain(id -> messages.listMessages(request.setProfileId(id).build()))
        .map(response ->
            new MessagesPage(
                response.getMessagesList().stream().map(MessageJson.View::of).toList()));
  }

  @GET
  @Path("/runs")
  @Operation(summary = "The person's journeys, each decision with its reason")
  public Uni<Runs> runs(String person) {
    var request = ListRunsRequest.newBuilder().setWorkspace(caller.workspace());
    return idOf(person)
        .chain(id -> journeys.listRuns(request.setProfileId(id).build()))
        .map(response ->
            new Runs(response.getRunsList().stream().map(JourneyJson.RunView::of).toList()));
  }

  private Uni<Profile> find(String person) {
    return findProfile.find(caller.workspace(), person);
  }

  /** The id of the profile as it is now: an identifier is looked up, and a retired id followed. */
  private Uni<String> idOf(String person) {
    return find(person).map(Profile::getProfileId);
  }
}
