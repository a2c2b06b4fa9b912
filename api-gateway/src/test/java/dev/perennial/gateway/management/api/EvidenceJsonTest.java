package dev.perennial.gateway.management.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.Reason;
import dev.perennial.contracts.recommendation.v1.RunsOut;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceJsonTest {

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindOfReasonHasItsName(FieldDescriptor kind) {
    var reason = Reason.newBuilder();
    reason.setField(kind, reason.newBuilderForField(kind).build());
    assertEquals(kind.getJsonName(), json(reason).get("kind"));
  }

  static Stream<FieldDescriptor> kinds() {
    return Reason.getDescriptor().getOneofs().getFirst().getFields().stream();
  }

  @Test
  void figuresOfNothingAreShownAndTextsOfNothingAreNot() {
    var pair = Evidence.newBuilder().setSeedProductId("cup").setConfidence(0.5);
    var json = json(Reason.newBuilder().setBoughtTogether(pair));
    assertEquals("cup", json.get("seedProductId"));
    assertEquals(0.5, json.get("confidence"));
    assertEquals(0L, json.get("pairOrders"));
    assertNull(json.get("seedName"));
  }

  @Test
  void timesAreReadable() {
    var runsOut =
        RunsOut.newBuilder()
            .setDueAt(Timestamp.newBuilder().setSeconds(1_700_000_000))
            .setInterval(Duration.newBuilder().setSeconds(86_400));
    var json = json(Reason.newBuilder().setRunsOut(runsOut));
    assertEquals(Instant.parse("2023-11-14T22:13:20Z"), json.get("dueAt"));
    assertEquals("PT24H", json.get("interval"));
    assertNull(json.get("lastBoughtAt"));
  }

  @Test
  void whatIsPinnedHasNoReason() {
    assertNull(EvidenceJson.of(Reason.getDefaultInstance()));
  }

  private static Map<String, Object> json(Reason.Builder reason) {
    var json = EvidenceJson.of(reason.build());
    return json == null ? Map.of() : json;
  }
}
