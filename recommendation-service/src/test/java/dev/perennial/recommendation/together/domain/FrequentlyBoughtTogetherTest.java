package dev.perennial.recommendation.together.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.order.domain.PairCounts;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Explain;
import dev.perennial.recommendation.serving.domain.Explanation;
import dev.perennial.recommendation.serving.domain.Explanation.Verdict;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrequentlyBoughtTogetherTest {

  private final FrequentlyBoughtTogether together =
      new FrequentlyBoughtTogether(new Guard(3, 3.84), 50);
  private final Shop shop = new Shop();
  private long orders;

  @Test
  void theEvidenceIsExact() {
    buy(3, "cup", "saucer");
    buy(1, "cup");
    buy(2, "saucer");
    buy(14, "other");
    var counts = counts(recommend("cup").getFirst());
    assertEquals(new PairCounts("cup", "saucer", 3, 4, 5, 20), counts);
    assertEquals(3 / 20.0, counts.support());
    assertEquals(3 / 4.0, counts.confidence());
    assertEquals(3.0, counts.lift(), 1e-12);
  }

  @Test
  void aPairInTooFewOrdersIsNotShown() {
    buy(2, "cup", "saucer");
    buy(20, "other");
    assertEquals(List.of(), recommend("cup"));
  }

  @Test
  void whatIsTooWeakIsExplainedByItsCounts() {
    buy(2, "cup", "saucer");
    buy(1, "cup");
    buy(20, "other");
    var explanation = explain("saucer", "cup");
    assertEquals(new Verdict.TooWeak(), explanation.verdict());
    var evidence =
        (Evidence.BoughtTogether) explanation.links().getFirst().evidence().orElseThrow();
    assertEquals(new PairCounts("cup", "saucer", 2, 3, 2, 23), evidence.counts());
    assertEquals(new Verdict.NoCandidate(), explain("other", "cup").verdict());
  }

  @Test
  void whatIsNoMoreThanChanceIsTooWeakByTheSeedWithMostOrders() {
    buy(4, "cup", "bag");
    buy(5, "plate", "bag");
    buy(1, "plate");
    buy(1, "cup");
    buy(20, "bag");
    var explanation = explain("bag", "cup", "plate");
    assertEquals(new Verdict.TooWeak(), explanation.verdict());
    var evidence =
        (Evidence.BoughtTogether) explanation.links().getFirst().evidence().orElseThrow();
    assertEquals("plate", evidence.counts().seed());
  }

  @Test
  void whatSellsMostIsNotShownForThatAlone() {
    buy(4, "cup", "saucer", "bag");
    buy(6, "cup", "bag");
    buy(25, "bag");
    buy(5, "other");
    assertEquals(List.of("saucer"), products(recommend("cup")));
  }

  @Test
  void whatIsInEveryOrderIsNotShown() {
    buy(5, "cup", "bag");
    buy(5, "plate", "bag");
    assertEquals(List.of(), recommend("cup"));
  }

  @Test
  void confidencesOfSeveralSeedsAddUpAndTheStrongestSeedIsTheEvidence() {
    buy(4, "cup", "spoon");
    buy(3, "plate", "spoon");
    buy(1, "plate");
    buy(3, "cup", "tray");
    buy(30, "other");
    var items = recommend("plate", "cup");
    assertEquals(List.of("spoon", "tray"), products(items));
    assertEquals(4 / 7.0 + 3 / 4.0, items.getFirst().score(), 1e-12);
    assertEquals("plate", counts(items.getFirst()).seed());
    assertEquals(3 / 7.0, items.get(1).score(), 1e-12);
  }

  @Test
  void seedsAreNeverShown() {
    buy(5, "cup", "saucer", "spoon");
    buy(20, "other");
    assertEquals(List.of("spoon"), products(recommend("cup", "saucer")));
  }

  @Test
  void equalScoresAreOrderedById() {
    buy(5, "cup", "d", "a", "c", "b");
    buy(20, "other");
    assertEquals(List.of("a", "b"), products(recommend(2, "cup")));
  }

  @Test
  void anUnknownSeedHasNothingThatGoesWithIt() {
    buy(5, "cup", "saucer");
    assertEquals(List.of(), recommend("never seen"));
  }

  @Test
  void eachOfManyProductsKeepsItsName() {
    for (int i = 0; i < 1000; i++) {
      shop.products().seeName("product " + i, "name " + i);
    }
    buy(5, "product 1", "product 64", "product 999");
    buy(20, "other");
    assertEquals(
        List.of("name 64", "name 999"),
        recommend("product 1").stream().map(Suggestion::name).toList());
  }

  private List<Suggestion> recommend(String... seeds) {
    return recommend(10, seeds);
  }

  private List<Suggestion> recommend(int limit, String... seeds) {
    var query = Query.ofProducts(List.of(seeds), day(2));
    return Ranking.best(shop, new Ask(query, List.of(together), Rules.NONE, limit)).items();
  }

  private Explanation explain(String product, String... seeds) {
    var query = Query.ofProducts(List.of(seeds), day(2));
    return new Explain(shop, new Ask(query, List.of(together), Rules.NONE, 10)).product(product);
  }

  private static PairCounts counts(Suggestion suggestion) {
    return ((Evidence.BoughtTogether) suggestion.evidence().orElseThrow()).counts();
  }

  private void buy(int times, String... products) {
    for (int i = 0; i < times; i++) {
      shop.baskets().put(new UUID(0, orders), orders++, day(1), List.of(products));
    }
  }

  private static List<String> products(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::product).toList();
  }
}
