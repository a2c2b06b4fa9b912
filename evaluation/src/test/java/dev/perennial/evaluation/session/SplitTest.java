package dev.perennial.evaluation.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static final Instant SPLIT = Instant.parse("2019-10-01T02:40:00Z");

  @Test
  void sessionsThatEndBeforeAreLearnedFromAndTheOthersTold() {
    var split =
        Split.at(
            SPLIT,
            Instant.MAX,
            List.of(
                event(-30, "view", "cup", "a"),
                event(-20, "view", "plate", "a"),
                event(-10, "view", "cup", "b"),
                event(5, "view", "plate", "b")));
    assertEquals(1, split.train().size());
    assertEquals(List.of("cup", "plate"), products(split.test().getFirst()));
  }

  @Test
  void sessionsThatEndLaterStillAreLeftOut() {
    var split =
        Split.at(
            SPLIT,
            SPLIT.plusSeconds(10),
            List.of(
                event(-30, "view", "cup", "a"),
                event(1, "view", "cup", "b"),
                event(9, "view", "cup", "b"),
                event(2, "view", "cup", "c"),
                event(10, "view", "cup", "c")));
    assertEquals(1, split.test().size());
    assertEquals("b", split.test().getFirst().getFirst().session());
  }

  @Test
  void onlyViewsOfKnownProductsAreTold() {
    var split =
        Split.at(
            SPLIT,
            Instant.MAX,
            List.of(
                event(-30, "view", "cup", "a"),
                event(-20, "cart", "spoon", "a"),
                event(1, "view", "cup", "b"),
                event(2, "cart", "cup", "b"),
                event(3, "view", "spoon", "b"),
                event(4, "view", "cup", "b"),
                event(5, "view", "cup", "c")));
    assertEquals(1, split.test().size());
    assertEquals(List.of("cup", "cup"), products(split.test().getFirst()));
  }

  @Test
  void theCurrentProductCountsOnlyWhereItMay() {
    var sessions = List.of(List.of(event(1, "view", "a", "s"), event(2, "view", "a", "s")));
    var figures = Figures.of(Predictor.of((_, _) -> Map.of("a", 1.0, "b", 2.0)), sessions);
    assertEquals(0.5, figures.with().reciprocalRank().value());
    assertEquals(0, figures.without().rate().count());
  }

  @Test
  void theShippedFileIsReadWithoutItsLastRow() throws IOException {
    var events = Rees46File.read();
    assertEquals(17_434, events.size());
    assertEquals(
        "appliances > environment > water_heater > 2053013552326770905", events.get(1).category());
    assertEquals(33_200_000, events.get(1).priceMicros());
  }

  private static List<String> products(List<Event> session) {
    return session.stream().map(Event::product).toList();
  }

  private static Event event(int seconds, String type, String product, String session) {
    return new Event(SPLIT.plusSeconds(seconds), type, product, "", "", 1, session, session);
  }
}
