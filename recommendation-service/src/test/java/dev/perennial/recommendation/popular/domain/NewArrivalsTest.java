package dev.perennial.recommendation.popular.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.catalog.domain.Entries;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewArrivalsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final Shop shop = new Shop();
  private final NewArrivals strategy = new NewArrivals();

  private int came(String id, String category, int daysAgo) {
    int number = shop.products().number(id);
    shop.catalog().put(number, Entries.in(List.of(category), NOW.minus(Duration.ofDays(daysAgo))));
    return number;
  }

  private static Query query(String category) {
    return new Query(
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(category).filter(c -> !c.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        NOW);
  }

  @Test
  void theNewestIsFirstAndCountsTwiceWhatIsAWeekOlder() {
    int old = came("old", "a", 14);
    int recent = came("recent", "a", 7);
    Scores scores = strategy.candidates(shop, query("")).scores();
    assertEquals(2, scores.of(recent) / scores.of(old), 1e-9);
    assertEquals(
        new Evidence.NewArrival(NOW.minus(Duration.ofDays(7))),
        strategy.candidates(shop, query("")).evidence(recent));
  }

  @Test
  void whatIsOldOrStillToComeIsNotNew() {
    came("old", "a", 91);
    came("to come", "a", -1);
    assertEquals(0, strategy.candidates(shop, query("")).scores().size());
  }

  @Test
  void onlyTheCategoryThatIsAskedForIsShown() {
    int tea = came("tea", "Home > Tea", 1);
    came("tool", "Garden", 1);
    Scores scores = strategy.candidates(shop, query("Home")).scores();
    assertEquals(1, scores.size());
    assertTrue(scores.of(tea) > 0);
  }
}
