package dev.perennial.recommendation.similar.domain;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SameBrandTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final Shop shop = new Shop();
  private final SameBrand strategy = new SameBrand();

  private int product(String id, String brand, String seller) {
    int number = shop.products().number(id);
    shop.catalog().put(number, Entries.by(brand, seller));
    return number;
  }

  private Scores candidates(String seed) {
    return strategy.candidates(shop, Query.ofProducts(List.of(seed), NOW)).scores();
  }

  @Test
  void onlyOthersOfTheBrandAreShown() {
    product("cup", "A", "S");
    int pot = product("pot", "A", "T");
    product("pan", "B", "S");
    Scores scores = candidates("cup");
    assertEquals(1, scores.size());
    assertTrue(scores.of(pot) > 0);
    assertEquals(
        new Evidence.SameBrand("cup", "A", "T", 0, 0, 30),
        withoutDays(
            strategy.candidates(shop, Query.ofProducts(List.of("cup"), NOW)).evidence(pot)));
  }

  private static Evidence withoutDays(Evidence evidence) {
    return evidence instanceof Evidence.SameBrand(var seed, var brand, var seller, var c, var o, _)
        ? new Evidence.SameBrand(seed, brand, seller, c, o, 30)
        : evidence;
  }

  @Test
  void theSellerStandsInForABrandThatIsNotSaid() {
    product("cup", "", "S");
    int pan = product("pan", "B", "S");
    Scores scores = candidates("cup");
    assertEquals(1, scores.size());
    assertTrue(scores.of(pan) > 0);
  }

  @Test
  void amongEqualsWhatSellsIsFirst() {
    product("cup", "A", "");
    int slow = product("slow", "A", "");
    int seller = product("seller", "A", "");
    shop.baskets().put(UUID.randomUUID(), 1, NOW.minus(Duration.ofDays(3)), List.of("seller"));
    Scores scores = candidates("cup");
    assertTrue(scores.of(seller) > scores.of(slow));
  }

  @Test
  void aProductOfWhichNothingIsKnownHasNoCandidates() {
    product("pot", "", "");
    assertEquals(0, candidates("pot").size());
    assertEquals(0, candidates("never seen").size());
  }
}
