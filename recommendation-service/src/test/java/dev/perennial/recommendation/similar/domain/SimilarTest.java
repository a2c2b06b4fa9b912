package dev.perennial.recommendation.similar.domain;

import static dev.perennial.recommendation.browse.domain.Trips.START;
import static dev.perennial.recommendation.browse.domain.Trips.minute;
import static dev.perennial.recommendation.browse.domain.Trips.profile;
import static dev.perennial.recommendation.browse.domain.Trips.views;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.similar.domain.Contrasts.Side;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SimilarTest {

  private static final Instant NOW = minute(600);

  private final Shop shop = new Shop();
  private int count;

  @Test
  void whatIsLookedAtTogetherIsAlikeAndWhatEverybodyLooksAtIsLessSo() {
    look(6, "cup", "mug");
    look(6, "cup", "bag");
    look(60, "bag");
    assertEquals(List.of("mug", "bag"), shown(new Similar(), "cup"));
  }

  @Test
  void aProductThatNobodyKnowsYetHasNeighboursAndIsOne() {
    look(30, "red cup", "blue cup");
    catalog("red cup", "Crockery > Cups");
    catalog("blue cup", "Crockery > Cups");
    catalog("green cup", "Crockery > Cups");
    catalog("lamp", "Light > Lamps");
    refresh();
    assertEquals(List.of("blue cup", "green cup"), shown(new Similar(), "red cup"));
    assertEquals(List.of("blue cup", "red cup"), shown(new Similar(), "green cup"));
  }

  @Test
  void behaviourCountsForMoreTheMoreThereIsOfIt() {
    look(2, "cup", "mug");
    double few = evidence("cup", "mug").behaviourWeight();
    look(200, "cup", "mug");
    double many = evidence("cup", "mug").behaviourWeight();
    assertTrue(few < 0.1 && many > 0.9, () -> few + " " + many);
  }

  @Test
  void sessionsOfLongAgoFade() {
    shop.browsing().put(profile(++count), views(-60L * 24 * 300, "cup", "old"));
    look(1, "cup", "new");
    assertEquals(List.of("new", "old"), shown(new Similar(), "cup"));
  }

  @Test
  void whatIsAlikeByContentIsShownWhenAllThatPeopleDidHasFaded() {
    shop.browsing().put(profile(++count), views(-60L * 24 * 900, "red cup", "blue cup"));
    catalog("red cup", "Crockery > Cups");
    catalog("blue cup", "Crockery > Cups");
    refresh();
    assertEquals(List.of("blue cup"), shown(new Similar(), "red cup"));
  }

  @Test
  void theEvidenceCountsWhatHoldsBoth() {
    look(3, "cup", "mug");
    buy(2, "cup", "mug");
    var evidence = evidence("cup", "mug");
    assertEquals(List.of(3, 2), List.of(evidence.commonSessions(), evidence.commonOrders()));
  }

  @Test
  void ofWhatEverybodyLooksAtTheLatestSessionsAreCounted() {
    for (int i = 0; i < 5_010; i++) {
      shop.browsing().put(profile(++count), views(i < 10 ? -60 : 0, "cup", i < 20 ? "mug" : "bag"));
    }
    assertEquals(10, evidence("cup", "mug").commonSessions());
    assertEquals(4_990, evidence("cup", "bag").commonSessions());
  }

  @Test
  void substitutesAreLookedAtTogetherAndComplementsBoughtTogether() {
    look(40, "cup", "mug");
    look(40, "saucer");
    look(200, "other");
    buy(80, "cup", "saucer");
    buy(80, "mug");
    buy(200, "other");
    assertEquals(List.of("mug"), shown(new Contrasts(Side.SUBSTITUTES), "cup"));
    assertEquals(List.of("saucer"), shown(new Contrasts(Side.COMPLEMENTS), "cup"));
  }

  @Test
  void whatIsBothLookedAtAndBoughtTogetherIsNeither() {
    look(40, "cup", "saucer");
    look(200, "other");
    buy(40, "cup", "saucer");
    buy(200, "other");
    assertEquals(List.of(), shown(new Contrasts(Side.SUBSTITUTES), "cup"));
    assertEquals(List.of(), shown(new Contrasts(Side.COMPLEMENTS), "cup"));
  }

  @Test
  void thatSomethingIsHardlyBoughtProvesNothing() {
    look(3, "cup", "mug");
    look(20, "other");
    buy(1, "cup");
    assertEquals(List.of(), shown(new Contrasts(Side.SUBSTITUTES), "cup"));
  }

  private void look(int profiles, String... products) {
    for (int i = 0; i < profiles; i++) {
      shop.browsing().put(profile(++count), views(0, products));
    }
  }

  private void buy(int orders, String... products) {
    for (int i = 0; i < orders; i++) {
      count++;
      shop.baskets().put(new UUID(1, count), count, START, List.of(products));
    }
  }

  private void catalog(String product, String category) {
    var entry =
        new CatalogEntry(
            product,
            "",
            List.of(category),
            "",
            "",
            OptionalLong.of(5_000_000),
            OptionalLong.empty(),
            "EUR",
            OptionalLong.empty(),
            new TreeSet<>(),
            "",
            "",
            START,
            false);
    shop.catalog().put(shop.products().number(product), entry);
  }

  private void refresh() {
    shop.replaceModel(ContentSimilarity.class, ContentSimilarity.of(shop.catalog()));
  }

  private Evidence.Similar evidence(String seed, String product) {
    var query = Query.ofProducts(List.of(seed), NOW);
    return (Evidence.Similar)
        new Similar().candidates(shop, query).evidence(shop.products().find(product));
  }

  private List<String> shown(Strategy strategy, String seed) {
    var ask = new Ask(Query.ofProducts(List.of(seed), NOW), List.of(strategy), Rules.NONE, 10);
    return Ranking.best(shop, ask).items().stream().map(Suggestion::product).toList();
  }
}
