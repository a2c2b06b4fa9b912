package dev.perennial.recommendation.serving.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Explanation.Link;
import dev.perennial.recommendation.serving.domain.Explanation.Verdict;
import dev.perennial.recommendation.serving.domain.Preference.Match;
import dev.perennial.recommendation.serving.domain.Rules.Diversity;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the rules, the chain and the limit: beside a ranking that is too simple to be wrong. */
class RankingPropertyTest {

  private record Trait(String brand, String seller, String category, OptionalLong stock, int of) {}

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final UUID ANN = new UUID(0, 1);
  private static final List<String> PRODUCTS =
      List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

  @Property
  void theFirstOfAllThatMayBeShownAreShown(@ForAll("questions") SimplestRanking question) {
    var all = question.all();
    var expected = all.subList(0, Math.min(question.ask().limit(), all.size()));
    assertEquals(expected, shown(question));
  }

  @Property
  void asManyComeBackAsAreAskedForWhenThereAreSoMany(
      @ForAll("questions") SimplestRanking question) {
    int there = Math.min(question.ask().limit(), question.all().size());
    assertEquals(there, shown(question).size());
  }

  @Property
  void whatIsToldOfAProductIsWhatBecameOfIt(@ForAll("questions") SimplestRanking question) {
    var all = question.all();
    var shown = shown(question);
    var explain = new Explain(question.shop(), question.ask());
    for (String id : question.everything()) {
      int place = all.indexOf(id) + 1;
      switch (explain.product(id).verdict()) {
        case Verdict.Shown(int position, boolean pinned) -> {
          assertEquals(id, shown.get(position - 1));
          assertEquals(pinned, served(question).get(position - 1).pinned());
        }
        case Verdict.Outranked(int position, double lastShown) -> {
          assertEquals(place, position);
          assertTrue(served(explain, id).orElseThrow().adjusted() <= lastShown);
        }
        case Verdict.ChainFull(int position) -> {
          assertEquals(place, position);
          assertEquals(question.ask().limit(), shown.size());
          served(explain, id).ifPresent(link -> assertEquals(0, shownOf(link, question)));
        }
        case Verdict.TooManyAlike(int position) -> {
          assertEquals(place, position);
          assertTrue(question.tooMany(id, shown));
        }
        case Verdict.Buried(int position) -> {
          assertEquals(place, position);
          assertEquals(0, question.factor(id));
        }
        case Verdict.Removed() -> {
          assertEquals(0, place);
          assertTrue(
              explain.product(id).links().stream().anyMatch(link -> !link.removedBy().isEmpty()));
        }
        case Verdict.NoCandidate(), Verdict.AtHand(), Verdict.TooWeak(), Verdict.Unknown() ->
            assertEquals(0, place);
      }
    }
  }

  private static long shownOf(Link link, SimplestRanking question) {
    return served(question).stream()
        .filter(one -> one.strategy().equals(Optional.of(link.strategy())))
        .count();
  }

  /** The first link that has it; none may have a pin. */
  private static Optional<Link> served(Explain explain, String id) {
    return explain.product(id).links().stream()
        .filter(link -> link.score() > 0 && link.removedBy().isEmpty())
        .findFirst();
  }

  private static List<String> shown(SimplestRanking question) {
    return served(question).stream().map(Suggestion::product).toList();
  }

  private static List<Suggestion> served(SimplestRanking question) {
    return Ranking.best(question.shop(), question.ask()).items();
  }

  @Provide
  Arbitrary<SimplestRanking> questions() {
    return Combinators.combine(
            traits().list().ofSize(PRODUCTS.size()),
            some(),
            some(),
            links().list().ofMinSize(1).ofMaxSize(3),
            rules(),
            Arbitraries.integers().between(1, 8))
        .as(RankingPropertyTest::question);
  }

  private static SimplestRanking question(
      List<Trait> traits,
      Set<String> atHand,
      Set<String> bought,
      List<FixedStrategy> links,
      Rules rules,
      int limit) {
    var shop = new Shop();
    for (int i = 0; i < traits.size(); i++) {
      shop.catalog().put(shop.products().number(PRODUCTS.get(i)), entry(traits.get(i)));
    }
    shop.baskets().put(ANN, 1, NOW, bought);
    var chain = new ArrayList<Strategy>();
    for (var link : links) {
      chain.add(new FixedStrategy("link-" + chain.size(), link.scores(), link.never()));
    }
    var query =
        new Query(
            List.copyOf(atHand),
            Optional.of(ANN),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NOW);
    return new SimplestRanking(shop, new Ask(query, chain, rules, limit));
  }

  private static Arbitrary<FixedStrategy> links() {
    var scores = Arbitraries.integers().between(0, 4).map(score -> (double) score);
    Arbitrary<Map<String, Double>> byProduct =
        Arbitraries.maps(Arbitraries.of(PRODUCTS), scores).ofMaxSize(PRODUCTS.size());
    return Combinators.combine(byProduct, few())
        .as((some, never) -> new FixedStrategy("", some, never));
  }

  private static Arbitrary<Rules> rules() {
    var most = Arbitraries.of(1, 2, Integer.MAX_VALUE);
    return Combinators.combine(
            Arbitraries.of(new Filter.InStock(), new Filter.NotBought()).list().ofMaxSize(2),
            few(),
            Arbitraries.of(PRODUCTS).list().ofMaxSize(3),
            preferences().list().ofMaxSize(4),
            Combinators.combine(most, most).as(Diversity::new))
        .as((filters, excluded, pins, preferences, diversity) ->
            new Rules(List.copyOf(filters), pins, preferences, diversity).without(excluded));
  }

  private static Arbitrary<Preference> preferences() {
    return Combinators.combine(Arbitraries.of(PRODUCTS), Arbitraries.of(0.0, 0.5, 2.0))
        .as((id, factor) -> new Preference(new Match.Product(id), factor));
  }

  private static Arbitrary<Trait> traits() {
    return Combinators.combine(
            Arbitraries.of("", "Acme", "Best"),
            Arbitraries.of("", "Acme"),
            Arbitraries.of("", "Toys", "Tools"),
            Arbitraries.of(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(1)),
            Arbitraries.integers().between(0, 9))
        .as(Trait::new);
  }

  private static Arbitrary<Set<String>> some() {
    return Arbitraries.of(PRODUCTS).set().ofMaxSize(3);
  }

  private static Arbitrary<Set<String>> few() {
    return Arbitraries.of(PRODUCTS).set().ofMaxSize(2);
  }

  private static CatalogEntry entry(Trait trait) {
    return new CatalogEntry(
        "",
        "",
        trait.category.isEmpty() ? List.of() : List.of(trait.category),
        trait.brand,
        trait.seller,
        OptionalLong.empty(),
        OptionalLong.empty(),
        "EUR",
        trait.stock,
        new TreeSet<>(),
        "",
        "",
        NOW,
        trait.of == 0);
  }
}
