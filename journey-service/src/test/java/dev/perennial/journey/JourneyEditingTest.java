package dev.perennial.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import dev.perennial.contracts.journey.v1.GetJourneyRequest;
import dev.perennial.contracts.journey.v1.Journey;
import dev.perennial.contracts.journey.v1.JourneyState;
import dev.perennial.contracts.journey.v1.ListJourneysRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class JourneyEditingTest {

  @Inject Desk desk;

  private final String workspace = "shop-" + UUID.randomUUID();

  @Test
  void whatIsWrongIsNamedByItsPointerWhenPublished() throws Exception {
    desk.put(workspace, "broken", Desk.winBack("3 days").replace("\"end\"}", "\"end\", \"x\": 1}"));
    assertEquals(
        List.of("/nodes/pause/for", "/nodes/last/x"),
        violations(() -> desk.publish(workspace, "broken")));
  }

  @Test
  void aNextThatLeadsNowhereIsRefused() throws Exception {
    desk.put(workspace, "broken", Desk.winBack("P3D").replace("\"last\"}", "\"lost\"}"));
    assertEquals(
        List.of("/nodes/pause/next", "/nodes/end", "/nodes/last"),
        violations(() -> desk.publish(workspace, "broken")));
  }

  @Test
  void aDraftIsJsonAndItsKeyASlug() throws Exception {
    assertEquals(List.of("/key", ""), violations(() -> desk.put(workspace, "No Slug", "{")));
  }

  @Test
  void aDraftBecomesTheNextVersionUnlessItSaysTheSame() {
    assertEquals(JourneyState.DRAFT, desk.put(workspace, "win-back", "{}").getState());
    assertEquals(1, desk.publish(workspace, "win-back", Desk.winBack("P3D")).getVersion());
    assertEquals(1, desk.publish(workspace, "win-back", Desk.winBack("PT72H")).getVersion());
    Journey second = desk.publish(workspace, "win-back", Desk.winBack("P4D"));
    assertEquals(2, second.getVersion());
    assertEquals(JourneyState.PUBLISHED, second.getState());
    assertEquals(Desk.winBack("P4D"), second.getDefinition());
  }

  @Test
  void journeysAreListedByKey() {
    desk.put(workspace, "b", "{}");
    desk.put(workspace, "a", "{}");
    var list =
        Desk.await(
            desk.rpc()
                .listJourneys(ListJourneysRequest.newBuilder().setWorkspace(workspace).build()));
    assertEquals(List.of("a", "b"), list.getJourneysList().stream().map(Journey::getKey).toList());
  }

  @Test
  void aJourneyOfAnotherWorkspaceIsNotThere() {
    desk.put(workspace, "win-back", "{}");
    var elsewhere =
        GetJourneyRequest.newBuilder().setWorkspace("elsewhere").setKey("win-back").build();
    assertEquals(Status.Code.NOT_FOUND, code(() -> Desk.await(desk.rpc().getJourney(elsewhere))));
  }

  @Test
  void aDraftCannotBePaused() {
    desk.put(workspace, "win-back", "{}");
    assertEquals(Status.Code.FAILED_PRECONDITION, code(() -> desk.pause(workspace, "win-back")));
  }

  private static Status.Code code(Runnable call) {
    return assertThrows(StatusRuntimeException.class, call::run).getStatus().getCode();
  }

  private static List<String> violations(Runnable call) throws Exception {
    var failure = assertThrows(StatusRuntimeException.class, call::run);
    var status = StatusProto.fromThrowable(failure);
    assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode());
    return status.getDetails(0).unpack(BadRequest.class).getFieldViolationsList().stream()
        .map(FieldViolation::getField)
        .toList();
  }
}
