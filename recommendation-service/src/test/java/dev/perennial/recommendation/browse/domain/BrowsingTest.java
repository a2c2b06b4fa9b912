package dev.perennial.recommendation.browse.domain;

import static dev.perennial.recommendation.browse.domain.Trips.joined;
import static dev.perennial.recommendation.browse.domain.Trips.minute;
import static dev.perennial.recommendation.browse.domain.Trips.profile;
import static dev.perennial.recommendation.browse.domain.Trips.views;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.catalog.domain.Products;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrowsingTest {

  private final Products products = new Products();
  private final Browsing browsing = new Browsing(products);

  @Test
  void aSessionEndsAfterHalfAnHourOfNothing() {
    browsing.put(profile(1), joined(views(0, "cup"), views(30, "plate"), views(61, "spoon")));
    assertEquals(List.of(List.of("cup", "plate"), List.of("spoon")), sessionsOf(1));
  }

  @Test
  void aSessionHoldsEachProductWhereItWasLastTouched() {
    browsing.put(profile(1), views(0, "cup", "plate", "cup", "spoon"));
    assertEquals(List.of(List.of("plate", "cup", "spoon")), sessionsOf(1));
  }

  @Test
  void aProductWeighsAsMuchAsTheMostThatWasDoneWithIt() {
    browsing.put(profile(1), joined(views(0, "cup"), did(1, Kind.ADDED, "cup"), views(2, "cup")));
    var session = browsing.sessionsOf(profile(1)).getFirst();
    assertEquals(Kind.ADDED.weight(), session.weight(0));
  }

  @Test
  void whatIsTakenOutOfTheCartAndWhatIsSearchedForIsInNoSession() {
    browsing.put(profile(1), joined(did(0, Kind.REMOVED, "cup"), did(1, Kind.SEARCHED, "tea")));
    assertEquals(0, browsing.sessions());
    assertEquals(1, browsing.queries());
  }

  @Test
  void theCurrentSessionIsTheOneThatHasNotEnded() {
    browsing.put(profile(1), joined(views(0, "cup"), views(100, "plate")));
    assertTrue(browsing.currentOf(profile(1), minute(131)).isEmpty());
    var current = browsing.currentOf(profile(1), minute(130)).orElseThrow();
    assertEquals(List.of("plate"), products(current));
  }

  @Test
  void whatWasViewedComesLastFirstAndOnce() {
    browsing.put(profile(1), joined(views(0, "cup", "plate", "cup"), did(9, Kind.ADDED, "tray")));
    var viewed = List.copyOf(browsing.viewedBy(profile(1)));
    assertEquals(
        List.of(
            new Viewed(products.find("cup"), Hours.micros(minute(2)), 2),
            new Viewed(products.find("plate"), Hours.micros(minute(1)), 1)),
        viewed);
  }

  @Test
  void aTrailReplacesTheOneBefore() {
    browsing.put(profile(1), views(0, "cup", "plate"));
    browsing.put(profile(1), views(0, "cup"));
    assertEquals(List.of(List.of("cup")), sessionsOf(1));
    assertEquals(0, browsing.visits(products.find("plate")).size());
  }

  private static Trail did(long minute, Kind kind, String subject) {
    return new Trail(List.of(new Interaction(minute(minute), kind, subject)));
  }

  private List<List<String>> sessionsOf(int profile) {
    return browsing.sessionsOf(profile(profile)).stream().map(this::products).toList();
  }

  private List<String> products(Session session) {
    return IntStream.range(0, session.size()).map(session::product).mapToObj(products::id).toList();
  }
}
