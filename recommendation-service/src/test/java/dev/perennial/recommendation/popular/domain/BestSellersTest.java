package dev.perennial.recommendation.popular.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BestSellersTest {

  private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);

  private final BestSellers bestSellers = new BestSellers();
  private final Shop shop = new Shop();
  private long orders;

  @Test
  void laterOrdersCountMore() {
    buys(ANN, 31, "lamp");
    buys(ANN, 31, "lamp", "rug");
    buys(ANN, 0, "cup");
    buys(ANN, 0, "cup");
    buys(ANN, 0, "rug");
    assertEquals(List.of("cup", "rug", "lamp"), best(Optional.empty(), Optional.empty()));
  }

  @Test
  void aCategoryHoldsThoseBelowIt() {
    buys(ANN, 1, "car", "cup", "bear");
    buys(ANN, 2, "cup", "bear");
    isIn("car", "Toys > Cars");
    isIn("bear", "Toys");
    isIn("cup", "Kitchen");
    assertEquals(List.of("bear", "car"), best(Optional.of("Toys"), Optional.empty()));
  }

  @Test
  void aCountryIsThatOfTheBuyers() {
    shop.baskets().locate(ANN, "FR");
    shop.baskets().locate(BOB, "DE");
    buys(ANN, 1, "wine");
    buys(BOB, 1, "beer");
    buys(BOB, 2, "beer");
    assertEquals(List.of("wine"), best(Optional.empty(), Optional.of("FR")));
    assertEquals(List.of("beer", "wine"), best(Optional.empty(), Optional.empty()));
  }

  @Test
  void theOrdersOfTheTimeThatCountsAreTheEvidence() {
    buys(ANN, 1, "wine");
    buys(BOB, 200, "wine");
    buys(BOB, 301, "wine");
    var query = query(Optional.empty(), Optional.empty());
    assertEquals(
        new Evidence.BestSeller(2, 300, Optional.empty(), Optional.empty()),
        bestSellers.candidates(shop, query).evidence(shop.products().find("wine")));
  }

  private List<String> best(Optional<String> category, Optional<String> country) {
    var ask = new Ask(query(category, country), List.of(bestSellers), Rules.NONE, 10);
    return Ranking.best(shop, ask).items().stream().map(Suggestion::product).toList();
  }

  private static Query query(Optional<String> category, Optional<String> country) {
    return new Query(
        List.of(), Optional.empty(), List.of(), category, country, Optional.empty(), NOW);
  }

  private void buys(UUID profile, int daysAgo, String... products) {
    shop.baskets().put(profile, ++orders, NOW.minus(Duration.ofDays(daysAgo)), List.of(products));
  }

  private void isIn(String product, String category) {
    shop.catalog()
        .put(
            shop.products().number(product),
            new CatalogEntry(
                product,
                "",
                List.of(category),
                "",
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                OptionalLong.empty(),
                new TreeSet<>(),
                "",
                "",
                NOW,
                false));
  }
}
