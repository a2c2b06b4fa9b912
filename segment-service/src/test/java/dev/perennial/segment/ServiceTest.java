package dev.perennial.segment;

import static dev.perennial.segment.Stream.eventually;
import static dev.perennial.segment.Stream.instant;
import static dev.perennial.segment.Stream.timestamp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.BadRequest;
import dev.perennial.contracts.profile.v1.ProfileErased;
import dev.perennial.contracts.profile.v1.ProfileHistory;
import dev.perennial.contracts.profile.v1.RecordedEvent;
import dev.perennial.contracts.segment.v1.DeleteSegmentRequest;
import dev.perennial.contracts.segment.v1.GetSegmentRequest;
import dev.perennial.contracts.segment.v1.ListMembersRequest;
import dev.perennial.contracts.segment.v1.ListMembershipsRequest;
import dev.perennial.contracts.segment.v1.ListSegmentsRequest;
import dev.perennial.contracts.segment.v1.Member;
import dev.perennial.contracts.segment.v1.PutSegmentRequest;
import dev.perennial.contracts.segment.v1.Segment;
import dev.perennial.contracts.segment.v1.SegmentState;
import dev.perennial.contracts.segment.v1.SegmentTransition;
import dev.perennial.contracts.segment.v1.Segments;
import dev.perennial.contracts.segment.v1.TransitionCause;
import dev.perennial.contracts.segment.v1.TransitionKind;
import dev.perennial.localstack.StackResource;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "segment"))
class ServiceTest {

  private static final String ONE_ORDER = "{\"event\":\"Order Completed\",\"is\":{\"atLeast\":1}}";
  private static final String TWO_ORDERS = "{\"event\":\"Order Completed\",\"is\":{\"atLeast\":2}}";

  @GrpcClient("segments")
  Segments segments;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private Stream stream;
  private final UUID ann = UUID.randomUUID();

  @BeforeEach
  void open() {
    stream = new Stream(kafka);
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void anActivityLetsAProfileEnterAndTimeLetsItLeaveAtThatSecond() {
    put("recent", "{\"event\":\"Order Completed\",\"is\":{\"atLeast\":1},\"within\":\"PT2S\"}");
    var at = Instant.ofEpochMilli(System.currentTimeMillis());
    stream.publish(stream.order(ann, 1, at, 9));

    eventually(() -> assertEquals(2, stream.transitions().size()));
    var entered = stream.transitions().getFirst();
    assertEquals(TransitionKind.ENTERED, entered.getKind());
    assertEquals(TransitionCause.ACTIVITY, entered.getCause());
    assertEquals(at, instant(entered.getEffectiveAt()));
    assertEquals(at.plusSeconds(2), instant(entered.getValidUntil()));
    var left = stream.transitions().getLast();
    assertEquals(TransitionKind.LEFT, left.getKind());
    assertEquals(TransitionCause.TIMER, left.getCause());
    assertEquals(at.plusSeconds(2), instant(left.getEffectiveAt()));
    assertFalse(instant(left.getRecordedAt()).isBefore(at.plusSeconds(2)));
    assertEquals(List.of(), members("recent"));
  }

  @Test
  void timeAloneLetsAProfileEnter() {
    put(
        "lapsed",
        """
        {"all":[%s,{"event":"Order Completed","is":{"atMost":0},"within":"PT2S"}]}
        """
            .formatted(ONE_ORDER));
    stream.publish(stream.order(ann, 1, Instant.now(), 9));

    eventually(() -> assertEquals(List.of(ann.toString()), members("lapsed")));
    eventually(() -> assertEquals(TransitionCause.TIMER, only().getCause()));
  }

  @Test
  void aRecordThatComesTwiceCountsOnceAndAGapIsWaitedFor() {
    put("repeat", TWO_ORDERS);
    put("buyers", ONE_ORDER);
    stream.publish(stream.order(ann, 1, Instant.now(), 9));
    stream.publish(stream.order(ann, 1, Instant.now(), 9));
    stream.publish(stream.traits(ann, 3, "{\"country\":\"FR\"}"));
    eventually(() -> assertEquals(List.of(ann.toString()), members("buyers")));
    assertEquals(List.of(), members("repeat"));

    stream.publish(stream.order(ann, 2, Instant.now(), 9));

    eventually(() -> assertEquals(List.of(ann.toString()), members("repeat")));
    var memberships =
        segments
            .listMemberships(
                ListMembershipsRequest.newBuilder()
                    .setWorkspace(stream.workspace)
                    .setProfileId(ann.toString())
                    .build())
            .await()
            .atMost(Duration.ofSeconds(5));
    assertEquals(
        List.of("buyers", "repeat"),
        memberships.getMembershipsList().stream().map(m -> m.getSegment()).toList());
  }

  @Test
  void aNewSegmentHoldsWhomItsHistorySaysAndThenFollowsWhatComes() {
    var bob = UUID.randomUUID();
    var yesterday = Instant.now().minus(Duration.ofDays(1));
    FakeProfiles.remember(stream.workspace, history(ann, 3, 2, yesterday));
    FakeProfiles.remember(stream.workspace, history(bob, 2, 1, yesterday));

    put("repeat", TWO_ORDERS);

    assertEquals(List.of(ann.toString()), members("repeat"));
    eventually(() -> assertEquals(TransitionCause.BACKFILL, only().getCause()));
    // Bob's history holds revisions 1 and 2, which are told live only now: they must not count
    // twice.
    stream.publish(stream.traits(bob, 1, "{\"email\":\"b@example.com\"}"));
    stream.publish(stream.order(bob, 2, yesterday, 9));
    stream.publish(stream.traits(bob, 3, "{\"country\":\"FR\"}"));
    stream.publish(stream.order(bob, 4, Instant.now(), 9));

    eventually(() -> assertEquals(2, stream.transitions().size()));
    assertEquals(4, stream.transitions().getLast().getRevision());
    assertEquals(TransitionCause.ACTIVITY, stream.transitions().getLast().getCause());
  }

  @Test
  void anotherConditionIsAnotherVersionAndMovesItsMembers() {
    FakeProfiles.remember(stream.workspace, history(ann, 3, 1, Instant.now()));
    assertEquals(1, put("buyers", ONE_ORDER).getVersion());
    assertEquals(List.of(ann.toString()), members("buyers"));

    assertEquals(1, put("buyers", " " + ONE_ORDER).getVersion());
    assertEquals(2, put("buyers", TWO_ORDERS).getVersion());

    assertEquals(List.of(), members("buyers"));
    eventually(() -> assertEquals(2, stream.transitions().size()));
    var left = stream.transitions().getLast();
    assertEquals(TransitionKind.LEFT, left.getKind());
    assertEquals(TransitionCause.BACKFILL, left.getCause());
    assertEquals(2, left.getSegmentVersion());
  }

  @Test
  void membersLeaveADeletedSegmentWhichMayComeBack() {
    FakeProfiles.remember(stream.workspace, history(ann, 3, 1, Instant.now()));
    put("buyers", ONE_ORDER);

    segments
        .deleteSegment(
            DeleteSegmentRequest.newBuilder()
                .setWorkspace(stream.workspace)
                .setKey("buyers")
                .build())
        .await()
        .atMost(Duration.ofSeconds(5));

    eventually(() -> assertEquals(2, stream.transitions().size()));
    assertEquals(TransitionCause.REMOVAL, stream.transitions().getLast().getCause());
    assertEquals(Status.Code.NOT_FOUND, refused(() -> get("buyers")).getStatus().getCode());
    eventually(() -> assertEquals(2, put("buyers", ONE_ORDER).getVersion()));
    assertEquals(1, get("buyers").getSize());
  }

  @Test
  void anErasedProfileLeavesAndNothingIsKeptOfIt() {
    put("buyers", ONE_ORDER);
    stream.publish(stream.order(ann, 1, Instant.now(), 9));
    eventually(() -> assertEquals(1, get("buyers").getSize()));

    stream.publish(
        stream
            .activity(ann, 2, Instant.now())
            .setProfileErased(ProfileErased.getDefaultInstance())
            .build());

    eventually(() -> assertEquals(0, get("buyers").getSize()));
    eventually(() -> assertEquals(2, stream.transitions().size()));
    assertEquals(TransitionCause.REMOVAL, stream.transitions().getLast().getCause());
  }

  @Test
  void aLateEventCorrectsWithTheInstantThatItBecameTrue() {
    put("buyers", "{\"event\":\"Order Completed\",\"is\":{\"atLeast\":1},\"within\":\"P2D\"}");
    var yesterday = Instant.ofEpochSecond(Instant.now().getEpochSecond()).minus(Duration.ofDays(1));
    stream.publish(stream.order(ann, 1, yesterday, 9));

    eventually(() -> assertEquals(yesterday, instant(only().getEffectiveAt())));
    assertTrue(instant(only().getRecordedAt()).isAfter(yesterday.plus(Duration.ofHours(23))));
  }

  @Test
  void aWrongConditionIsRefusedWithAPointerToThePlace() {
    var refused =
        refused(() -> put("wrong", "{\"all\":[{\"event\":\"E\",\"is\":{\"atLeast\":\"2\"}}]}"));

    assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
    assertEquals("/condition/all/0/is/atLeast", pointer(refused));
    assertEquals("/key", pointer(refused(() -> put("Wrong Key", ONE_ORDER))));
    assertEquals(
        List.of(),
        segments
            .listSegments(ListSegmentsRequest.newBuilder().setWorkspace(stream.workspace).build())
            .await()
            .atMost(Duration.ofSeconds(5))
            .getSegmentsList());
  }

  @Test
  void membersAreReadInPages() {
    for (int i = 0; i < 5; i++) {
      FakeProfiles.remember(stream.workspace, history(UUID.randomUUID(), 3, 1, Instant.now()));
    }
    put("buyers", ONE_ORDER);

    var first = page("");
    var second = page(first.getLast().getProfileId());

    assertEquals(3, first.size());
    assertEquals(2, second.size());
    assertTrue(first.getLast().getProfileId().compareTo(second.getFirst().getProfileId()) < 0);
  }

  @Test
  void itIsReadyAndCountsItsTransitions() {
    put("buyers", ONE_ORDER);
    stream.publish(stream.order(ann, 1, Instant.now(), 9));
    eventually(() -> assertEquals(1, get("buyers").getSize()));

    get("/q/health/ready", 200);
    assertTrue(
        get("/q/metrics", 200)
            .contains("perennial_segment_transitions_total{cause=\"activity\",kind=\"entered\"}"));
  }

  private static String get(String path, int status) {
    return RestAssured.get(path).then().statusCode(status).extract().asString();
  }

  private List<Member> page(String after) {
    return segments
        .listMembers(
            ListMembersRequest.newBuilder()
                .setWorkspace(stream.workspace)
                .setKey("buyers")
                .setLimit(3)
                .setAfterProfileId(after)
                .build())
        .await()
        .atMost(Duration.ofSeconds(5))
        .getMembersList();
  }

  /** Puts it and waits until it is live. */
  private Segment put(String key, String condition) {
    var put =
        segments
            .putSegment(
                PutSegmentRequest.newBuilder()
                    .setWorkspace(stream.workspace)
                    .setKey(key)
                    .setCondition(condition)
                    .build())
            .await()
            .atMost(Duration.ofSeconds(5));
    eventually(() -> assertEquals(SegmentState.LIVE, get(key).getState()));
    return put;
  }

  private Segment get(String key) {
    return segments
        .getSegment(
            GetSegmentRequest.newBuilder().setWorkspace(stream.workspace).setKey(key).build())
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private List<String> members(String key) {
    return segments
        .listMembers(
            ListMembersRequest.newBuilder().setWorkspace(stream.workspace).setKey(key).build())
        .await()
        .atMost(Duration.ofSeconds(5))
        .getMembersList()
        .stream()
        .map(Member::getProfileId)
        .toList();
  }

  private SegmentTransition only() {
    var all = stream.transitions();
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private static ProfileHistory history(UUID profile, long revision, int orders, Instant at) {
    var history = ProfileHistory.newBuilder().setProfileId(profile.toString()).setTraits("{}");
    for (int i = 0; i < orders; i++) {
      history.addEvents(
          RecordedEvent.newBuilder()
              .setRevision(revision - i)
              .setOccurredAt(timestamp(at.minusSeconds(i)))
              .setEvent(Stream.event(9)));
    }
    return history.setRevision(revision).build();
  }

  private static StatusRuntimeException refused(Runnable call) {
    return assertThrows(StatusRuntimeException.class, call::run);
  }

  private static String pointer(StatusRuntimeException refused) {
    try {
      return StatusProto.fromThrowable(refused)
          .getDetails(0)
          .unpack(BadRequest.class)
          .getFieldViolations(0)
          .getField();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
