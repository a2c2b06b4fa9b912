package dev.perennial.journey;

import static dev.perennial.journey.Person.timestamp;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.segment.v1.Member;
import dev.perennial.contracts.segment.v1.SegmentState;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class EnrolmentTest {

  private static final String EXISTING =
      Desk.winBack("P3D").replace("\"entered\"}", "\"entered\", \"existing\": true}");

  @Inject Topic topic;
  @Inject Desk desk;
  @Inject @GrpcService FakeSegments segments;

  private final String workspace = "shop-" + UUID.randomUUID();

  @Test
  void membersOfTheDayAreTakenInOnceTheSegmentIsExactEachOnce() throws Exception {
    var people = people(70);
    var members = new ArrayList<Member>();
    Instant since = Instant.now().minusSeconds(3600);
    for (Person person : people) {
      person.visits();
      members.add(
          Member.newBuilder()
              .setProfileId(person.id)
              .setEnteredAt(timestamp(since))
              .setRevision(1)
              .build());
    }
    segments.put(workspace, "lapsed", SegmentState.BACKFILLING, members);
    desk.publish(workspace, "win-back", EXISTING);
    var live = people.getFirst();
    live.entersAt("lapsed", 1, since);
    await().until(() -> !desk.runs(live).isEmpty());
    assertTrue(desk.stats(workspace, "win-back").getEnrolling());
    assertEquals(1, desk.stats(workspace, "win-back").getRunsStarted());

    segments.put(workspace, "lapsed", SegmentState.LIVE, members);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !desk.stats(workspace, "win-back").getEnrolling());
    var stats = desk.stats(workspace, "win-back");
    assertEquals(70, stats.getRunsStarted());
    assertEquals(70, stats.getMessagesRequested());
    for (Person person : people) {
      await().until(() -> topic.requestsTo(person.id).size() == 1);
    }
  }

  @Test
  void aSegmentThatIsNotThereYetHoldsNothingUp() {
    desk.publish(workspace, "win-back", EXISTING);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !desk.stats(workspace, "win-back").getEnrolling());
  }

  private List<Person> people(int count) {
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) {
      people.add(new Person(topic, workspace));
    }
    return people;
  }
}
