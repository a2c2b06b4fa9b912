package dev.perennial.recommendation.serving.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Explanation.Verdict;
import dev.perennial.recommendation.serving.domain.Preference.Match;
import dev.perennial.recommendation.serving.domain.Rules.Diversity;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplainTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Filter IN_STOCK = new Filter.InStock();

  private final Shop shop = new Shop();
  private final FixedStrategy first =
      new FixedStrategy("first", Map.of("a", 4.0, "b", 3.0, "c", 2.0, "d", 1.0));
  private final FixedStrategy second = new FixedStrategy("second", Map.of("e", 20.0, "f", 10.0));

  @Test
  void whatIsShownIsToldWithItsPlace() {
    assertEquals(new Verdict.Shown(2, false), verdict("b", Rules.NONE, 2));
    assertEquals(new Verdict.Shown(5, false), verdict("e", Rules.NONE, 5));
    assertEquals(new Verdict.Shown(1, true), verdict("d", pinning("d"), 2));
  }

  @Test
  void whatIsOutrankedIsMeasuredByItsOwnStrategy() {
    assertEquals(new Verdict.Outranked(3, 3.0), verdict("c", Rules.NONE, 2));
    assertEquals(new Verdict.Outranked(6, 20.0), verdict("f", Rules.NONE, 5));
  }

  @Test
  void aFallbackWhoseTurnNeverCameFoundTheAnswerFull() {
    assertEquals(new Verdict.ChainFull(5), verdict("e", Rules.NONE, 4));
  }

  @Test
  void pinsAloneMayFillTheAnswer() {
    assertEquals(new Verdict.ChainFull(3), verdict("a", pinning("c", "d"), 2));
    assertEquals(new Verdict.ChainFull(2), verdict("d", pinning("c", "d"), 1));
  }

  @Test
  void whatIsOneTooManyOfItsBrandIsNotOutranked() {
    put("a", "Acme", OptionalLong.empty());
    put("b", "Acme", OptionalLong.empty());
    put("d", "Acme", OptionalLong.empty());
    var one = new Rules(List.of(), List.of(), List.of(), new Diversity(9, 1));
    assertEquals(new Verdict.TooManyAlike(5), verdict("b", one, 2));
    assertEquals(new Verdict.Outranked(6, 2.0), verdict("d", one, 2));
    assertEquals(new Verdict.Shown(5, false), verdict("b", one, 6));
  }

  @Test
  void whatIsBuriedIsCalledSo() {
    var buried = new Preference(new Match.Product("a"), 0);
    var rules = new Rules(List.of(), List.of(), List.of(buried), Diversity.ANY);
    assertEquals(new Verdict.Buried(6), verdict("a", rules, 5));
    assertEquals(new Verdict.Shown(6, false), verdict("a", rules, 6));
  }

  @Test
  void whatAFilterRemovesIsToldWithItsName() {
    put("b", "", OptionalLong.of(0));
    var rules = new Rules(List.of(IN_STOCK), List.of(), List.of(), Diversity.ANY);
    assertEquals(new Verdict.Removed(), verdict("b", rules, 2));
    assertEquals(
        List.of("in-stock"), explain(rules, 2).product("b").links().getFirst().removedBy());
  }

  @Test
  void aPinThatIsRefusedIsRemovedThoughNoStrategyHasIt() {
    put("pin", "", OptionalLong.of(0));
    var rules = new Rules(List.of(IN_STOCK), List.of("pin"), List.of(), Diversity.ANY);
    assertEquals(new Verdict.Removed(), verdict("pin", rules, 2));
    assertEquals(
        List.of("in-stock"), explain(rules, 2).product("pin").links().getFirst().removedBy());
  }

  @Test
  void whatNothingSpeaksForIsNoCandidate() {
    shop.products().number("unloved");
    assertEquals(new Verdict.NoCandidate(), verdict("unloved", Rules.NONE, 2));
    assertEquals(new Verdict.Unknown(), verdict("never seen", Rules.NONE, 2));
  }

  private Verdict verdict(String product, Rules rules, int limit) {
    return explain(rules, limit).product(product).verdict();
  }

  private Explain explain(Rules rules, int limit) {
    var ask = new Ask(Query.ofShop(NOW), List.of(first, second), rules, limit);
    ask.chain().forEach(strategy -> strategy.candidates(shop, ask.query()));
    return new Explain(shop, ask);
  }

  private static Rules pinning(String... ids) {
    return new Rules(List.of(), List.of(ids), List.of(), Diversity.ANY);
  }

  private void put(String id, String brand, OptionalLong stock) {
    shop.catalog()
        .put(
            shop.products().number(id),
            new CatalogEntry(
                "",
                "",
                List.of(),
                brand,
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                "EUR",
                stock,
                new TreeSet<>(),
                "",
                "",
                NOW,
                false));
  }
}
