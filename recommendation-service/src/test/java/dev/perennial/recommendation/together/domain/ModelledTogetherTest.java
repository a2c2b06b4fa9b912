package dev.perennial.recommendation.together.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.order.domain.PairCounts;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Evidence.BoughtTogether;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The strategy with a model that is not quite up to date. */
class ModelledTogetherTest {

  private static final Guard GUARD = Guard.DEFAULT;

  private final FrequentlyBoughtTogether together = new FrequentlyBoughtTogether(GUARD, 50);
  private final Shop shop = new Shop();
  private long orders;

  @BeforeEach
  void makeTheModel() {
    buy(6, "cup", "saucer");
    buy(4, "cup", "spoon");
    buy(20, "other");
    var settings = ModelSettings.DEFAULT;
    var model = TogetherModel.of(shop.baskets().snapshot(), settings, new Workers(1));
    shop.replaceModel(TogetherModel.class, model);
  }

  @Test
  void theModelScoresAndTheEvidenceIsOfNow() {
    buy(1, "cup", "saucer");
    var best = recommend("cup").getFirst();
    var evidence = evidence(best);
    assertEquals("saucer", best.product());
    assertEquals(new PairCounts("cup", "saucer", 7, 11, 7, 31), evidence.counts());
  }

  @Test
  void aPairWhoseOrdersWentAwayIsNotShownEvenBeforeTheNextModel() {
    for (long order = 0; order < 6; order++) {
      shop.baskets().remove(profile(order));
    }
    assertEquals(List.of("spoon"), products(recommend("cup")));
  }

  @Test
  void aRefundTakesAPairAwayAsAnErasureDoes() {
    for (long order = 6; order < 10; order++) {
      shop.baskets().put(profile(order), order, day(1), List.of("cup"));
    }
    assertEquals(List.of("saucer"), products(recommend("cup")));
  }

  @Test
  void aProductThatIsNewerThanTheModelIsShown() {
    buy(5, "cup", "tray");
    assertEquals(
        List.of("saucer", "spoon", "tray"), products(recommend("cup")).stream().sorted().toList());
  }

  @Test
  void aProductThatIsNewerThanTheModelHasPartners() {
    buy(5, "tray", "cup");
    assertEquals(List.of("cup"), products(recommend("tray")));
    assertEquals(List.of("saucer", "spoon"), products(recommend("tray", "cup")));
  }

  private List<Suggestion> recommend(String... seeds) {
    var query = Query.ofProducts(List.of(seeds), day(2));
    return Ranking.best(shop, new Ask(query, List.of(together), Rules.NONE, 10)).items();
  }

  private void buy(int times, String... products) {
    for (int i = 0; i < times; i++) {
      shop.baskets().put(profile(orders), orders++, day(1), List.of(products));
    }
  }

  private static UUID profile(long order) {
    return new UUID(0, order);
  }

  private static BoughtTogether evidence(Suggestion suggestion) {
    return (BoughtTogether) suggestion.evidence().orElseThrow();
  }

  private static List<String> products(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::product).toList();
  }
}
