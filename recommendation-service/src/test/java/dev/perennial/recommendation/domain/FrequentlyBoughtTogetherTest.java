package dev.perennial.recommendation.domain;

import static dev.perennial.recommendation.domain.Orders.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrequentlyBoughtTogetherTest {

  private static final Guard GUARD = new Guard(3, 3.84);

  private final BasketIndex index = new BasketIndex();
  private long orders;

  @Test
  void theEvidenceIsExact() {
    buy(3, "cup", "saucer");
    buy(1, "cup");
    buy(2, "saucer");
    buy(14, "other");
    var evidence = recommend("cup").getFirst().evidence();
    assertEquals(new Evidence("cup", "saucer", 3, 4, 5, 20), evidence);
    assertEquals(3 / 20.0, evidence.support());
    assertEquals(3 / 4.0, evidence.confidence());
    assertEquals(3.0, evidence.lift(), 1e-12);
  }

  @Test
  void aPairInTooFewOrdersIsNotShown() {
    buy(2, "cup", "saucer");
    buy(20, "other");
    assertEquals(List.of(), recommend("cup"));
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
    assertEquals("plate", items.getFirst().evidence().seed());
    assertEquals(3 / 7.0, items.get(1).score(), 1e-12);
  }

  @Test
  void seedsAndWhatIsExcludedAreNeverShown() {
    buy(5, "cup", "saucer", "spoon");
    buy(20, "other");
    assertEquals(List.of(), products(with(Set.of("spoon"), 10, "cup", "saucer")));
  }

  @Test
  void equalScoresAreOrderedById() {
    buy(5, "cup", "d", "a", "c", "b");
    buy(20, "other");
    assertEquals(List.of("a", "b"), products(with(Set.of(), 2, "cup")));
  }

  @Test
  void oneSearchLeavesNothingBehindForTheNext() {
    buy(5, "cup", "saucer");
    buy(4, "fork", "knife");
    buy(20, "other");
    var together = new FrequentlyBoughtTogether(index, GUARD);
    together.with(List.of("cup", "fork"), Set.of(), 1);
    assertEquals(List.of("knife"), products(together.with(List.of("fork"), Set.of(), 10)));
  }

  @Test
  void aSearchThatIsUsedAgainFindsWhatAFreshOneFinds() {
    buy(5, "cup", "saucer", "spoon");
    buy(4, "fork", "knife", "spoon");
    buy(20, "other");
    var together = new FrequentlyBoughtTogether(index, GUARD);
    for (var seeds : List.of(List.of("cup"), List.of("fork", "cup"), List.of("cup", "spoon"))) {
      assertEquals(
          new FrequentlyBoughtTogether(index, GUARD).with(seeds, Set.of(), 10),
          together.with(seeds, Set.of(), 10));
    }
  }

  @Test
  void anUnknownSeedHasNothingThatGoesWithIt() {
    buy(5, "cup", "saucer");
    assertEquals(List.of(), recommend("never seen"));
  }

  @Test
  void eachOfManyProductsKeepsItsName() {
    for (int i = 0; i < 1000; i++) {
      index.rename("product " + i, "name " + i);
    }
    buy(5, "product 1", "product 64", "product 999");
    buy(20, "other");
    assertEquals(
        List.of("name 64", "name 999"),
        recommend("product 1").stream().map(Suggestion::name).toList());
  }

  private List<Suggestion> recommend(String... seeds) {
    return with(Set.of(), 10, seeds);
  }

  private List<Suggestion> with(Set<String> excluded, int limit, String... seeds) {
    return new FrequentlyBoughtTogether(index, GUARD).with(List.of(seeds), excluded, limit);
  }

  private void buy(int times, String... products) {
    for (int i = 0; i < times; i++) {
      index.put(new UUID(0, orders), orders++, day(1), List.of(products));
    }
  }

  private static List<String> products(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::product).toList();
  }
}
