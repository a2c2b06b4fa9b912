package dev.perennial.recommendation.serving.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Preference.Match;
import dev.perennial.recommendation.serving.domain.Rules.Diversity;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Shop shop = new Shop();
  private final FixedStrategy first =
      new FixedStrategy("first", Map.of("a", 4.0, "b", 3.0, "c", 2.0, "d", 1.0));
  private final FixedStrategy second =
      new FixedStrategy("second", Map.of("a", 9.0, "e", 2.0, "f", 1.0));

  @Test
  void theBestComeFirstAndEqualsByTheirId() {
    var equal = new FixedStrategy("equal", Map.of("z", 1.0, "m", 1.0, "a", 1.0, "best", 2.0));
    assertEquals(List.of("best", "a", "m"), shown(Rules.NONE, 3, equal));
  }

  @Test
  void filtersApplyBeforeTheBestAreChosen() {
    stock("a", 0);
    stock("b", 0);
    var inStock = rules(List.of(new Filter.InStock()));
    assertEquals(List.of("c", "d"), shown(inStock, 2, first));
  }

  @Test
  void aProductOfUnknownStockCanBeShown() {
    assertEquals(List.of("a"), shown(rules(List.of(new Filter.InStock())), 1, first));
  }

  @Test
  void whatMustBeKnownAndIsNotKeepsAProductOut() {
    put("c", "Toys", "Acme", 500);
    assertEquals(
        List.of("c"),
        shown(rules(List.of(new Filter.Categories(Set.of("Toys"), false))), 9, first));
    assertEquals(
        List.of("c"),
        shown(
            rules(
                List.of(
                    new Filter.Price(OptionalLong.of(1), OptionalLong.empty(), Optional.empty()))),
            9,
            first));
  }

  @Test
  void aFallbackFillsWhatIsLeftOpenAndSaysSo() {
    var answer = Ranking.best(shop, ask(Rules.NONE, 6, first, second)).items();
    assertEquals(List.of("a", "b", "c", "d", "e", "f"), ids(answer));
    assertEquals("first", answer.get(3).strategy().orElseThrow());
    assertEquals("second", answer.get(4).strategy().orElseThrow());
  }

  @Test
  void pinsComeFirstAsFarAsTheFiltersLetThem() {
    shop.products().number("p");
    shop.products().number("q");
    shop.products().number("d");
    stock("q", 0);
    var rules =
        new Rules(List.of(new Filter.InStock()), List.of("q", "p", "d"), List.of(), Diversity.ANY);
    assertEquals(List.of("p", "d", "a", "b"), shown(rules, 4, first));
  }

  @Test
  void aBoostLiftsAndWhatIsBuriedComesLast() {
    var rules =
        new Rules(
            List.of(),
            List.of(),
            List.of(
                new Preference(new Match.Product("d"), 10),
                new Preference(new Match.Product("a"), 0)),
            Diversity.ANY);
    assertEquals(List.of("d", "b", "c", "a"), shown(rules, 9, first));
  }

  @Test
  void whatIsBuriedComesAfterTheFallbacks() {
    assertEquals(List.of("b", "c", "d", "e"), shown(burying("a"), 4, first, second));
    assertEquals(List.of("b", "c", "d", "e", "f", "a"), shown(burying("a"), 9, first, second));
  }

  @Test
  void whatIsBuriedComesAfterWhatIsOneTooManyOfItsKind() {
    put("b", "Toys", "Acme", 1);
    put("c", "Toys", "Acme", 1);
    put("d", "Toys", "Acme", 1);
    var rules = new Rules(List.of(), List.of(), burying("a").preferences(), new Diversity(9, 1));
    assertEquals(List.of("b", "c", "d", "a"), shown(rules, 4, first));
  }

  @Test
  void pinsCountForDiversityWhetherOrNotTheyAreTooMany() {
    put("a", "Toys", "Acme", 1);
    put("b", "Tools", "Acme", 1);
    put("c", "Tools", "Best", 1);
    put("d", "Garden", "Best", 1);
    var rules = new Rules(List.of(), List.of("a", "b"), List.of(), new Diversity(1, 1));
    assertEquals(List.of("a", "b", "d"), shown(rules, 3, first));
  }

  @Test
  void noMoreOfOneBrandThanAskedForWhileThereIsSomethingElse() {
    put("a", "Toys", "Acme", 1);
    put("b", "Toys", "Acme", 1);
    put("c", "Toys", "Acme", 1);
    put("d", "Toys", "Best", 1);
    var rules = new Rules(List.of(), List.of(), List.of(), new Diversity(9, 1));
    assertEquals(List.of("a", "d"), shown(rules, 2, first));
    assertEquals(List.of("a", "d", "b", "c"), shown(rules, 4, first));
  }

  @Test
  void whatAPersonBoughtIsLeftOutWhenAskedFor() {
    var ann = new UUID(0, 1);
    shop.baskets().put(ann, 1, NOW, List.of("a"));
    var query = Query.ofProfile(ann, NOW);
    var rules = rules(List.of(new Filter.NotBought()));
    assertEquals(
        List.of("b"), ids(Ranking.best(shop, new Ask(query, List.of(first), rules, 1)).items()));
  }

  @Test
  void whatTheCatalogLostIsNeverShown() {
    shop.catalog()
        .put(shop.products().number("a"), entry("", "", "", 1, OptionalLong.empty(), true));
    assertEquals(List.of("b"), shown(Rules.NONE, 1, first));
  }

  @Test
  void aPriceIsComparedInItsCurrencyOnly() {
    put("a", "Toys", "Acme", 500);
    assertEquals(List.of("a"), shown(rules(List.of(priced("EUR"))), 9, first));
    assertEquals(List.of(), shown(rules(List.of(priced("JPY"))), 9, first));
  }

  @Test
  void aProductWithoutABrandGoesByItsSeller() {
    sold("a", "Acme");
    sold("b", "Acme");
    sold("c", "Best");
    var one = new Rules(List.of(), List.of(), List.of(), new Diversity(9, 1));
    assertEquals(List.of("a", "c"), shown(one, 2, first));
    var acme = rules(List.of(new Filter.Brands(Set.of("Acme"), false)));
    assertEquals(List.of("a", "b"), shown(acme, 9, first));
  }

  private static Filter priced(String currency) {
    return new Filter.Price(OptionalLong.of(1), OptionalLong.of(900), Optional.of(currency));
  }

  private static Rules burying(String id) {
    var buried = new Preference(new Match.Product(id), 0);
    return new Rules(List.of(), List.of(), List.of(buried), Diversity.ANY);
  }

  private List<String> shown(Rules rules, int limit, Strategy... chain) {
    return ids(Ranking.best(shop, ask(rules, limit, chain)).items());
  }

  private static Ask ask(Rules rules, int limit, Strategy... chain) {
    return new Ask(Query.ofShop(NOW), List.of(chain), rules, limit);
  }

  private static List<String> ids(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::product).toList();
  }

  private static Rules rules(List<Filter> filters) {
    return new Rules(filters, List.of(), List.of(), Diversity.ANY);
  }

  private void stock(String id, long pieces) {
    shop.catalog()
        .put(shop.products().number(id), entry("", "", "", 1, OptionalLong.of(pieces), false));
  }

  private void sold(String id, String seller) {
    shop.catalog()
        .put(shop.products().number(id), entry("", "", seller, 1, OptionalLong.empty(), false));
  }

  private void put(String id, String category, String brand, long price) {
    shop.catalog()
        .put(
            shop.products().number(id),
            entry(category, brand, "", price, OptionalLong.empty(), false));
  }

  private static CatalogEntry entry(
      String category,
      String brand,
      String seller,
      long price,
      OptionalLong stock,
      boolean deleted) {
    return new CatalogEntry(
        "",
        "",
        category.isEmpty() ? List.of() : List.of(category),
        brand,
        seller,
        OptionalLong.of(price),
        OptionalLong.empty(),
        "EUR",
        stock,
        new TreeSet<>(),
        "",
        "",
        NOW,
        deleted);
  }
}
