package dev.perennial.recommendation.shop.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.browse.domain.Kind;
import dev.perennial.recommendation.browse.domain.Trail;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.person.domain.BuyAgain;
import dev.perennial.recommendation.person.domain.NextBest;
import dev.perennial.recommendation.person.domain.Rhythms;
import dev.perennial.recommendation.person.domain.Tastes;
import dev.perennial.recommendation.popular.domain.BestSellers;
import dev.perennial.recommendation.popular.domain.NewArrivals;
import dev.perennial.recommendation.popular.domain.Trending;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.session.domain.NextInSession;
import dev.perennial.recommendation.session.domain.RecentlyViewed;
import dev.perennial.recommendation.similar.domain.ContentSimilarity;
import dev.perennial.recommendation.similar.domain.Contrasts;
import dev.perennial.recommendation.similar.domain.SameBrand;
import dev.perennial.recommendation.similar.domain.Similar;
import dev.perennial.recommendation.together.domain.FrequentlyBoughtTogether;
import dev.perennial.recommendation.together.domain.Guard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happened and however long ago, scores can be compared. */
class ScoresPropertyTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final List<String> PRODUCTS = List.of("cup", "plate", "spoon", "tray", "lamp");
  private static final List<Strategy> STRATEGIES =
      List.of(
          new FrequentlyBoughtTogether(new Guard(1, 0), 50),
          new Similar(),
          new Contrasts(Contrasts.Side.SUBSTITUTES),
          new Contrasts(Contrasts.Side.COMPLEMENTS),
          new SameBrand(),
          new RecentlyViewed(),
          new NextInSession(NextInSession.Settings.DEFAULT),
          new NextBest(),
          new BuyAgain(),
          new BestSellers(),
          new NewArrivals(),
          new Trending());

  /** What a profile did, bought or what the shop told of a product, some hours before now. */
  record Event(int what, int profile, int hours, String product, Kind kind) {}

  @Property
  void everyScoreIsANumberThatIsNotBelowZero(@ForAll("events") List<Event> events) {
    var shop = shop(events);
    for (var strategy : STRATEGIES) {
      strategy
          .candidates(shop, query())
          .scores()
          .forEach((product, score) ->
              assertTrue(
                  score >= 0 && score < Double.POSITIVE_INFINITY,
                  () -> strategy.key() + " scores " + shop.products().id(product) + " " + score));
    }
  }

  private static Shop shop(List<Event> events) {
    var shop = new Shop();
    var trails =
        IntStream.range(0, 3)
            .mapToObj(profile -> Map.entry(profile, trail(events, profile)))
            .toList();
    trails.forEach(one -> shop.browsing().put(new UUID(0, one.getKey()), one.getValue()));
    long order = 0;
    for (var event : events) {
      if (event.what == 1) {
        var products = List.of(event.product, "cup");
        shop.baskets().put(new UUID(0, event.profile), order++, at(event), products);
      } else if (event.what == 2) {
        shop.catalog().put(shop.products().number(event.product), entry(event));
      }
    }
    makeModels(shop);
    return shop;
  }

  private static Trail trail(List<Event> events, int profile) {
    return Trail.EMPTY.with(
        events.stream()
            .filter(event -> event.what == 0 && event.profile == profile)
            .map(event -> new Interaction(at(event), event.kind, event.product))
            .toList(),
        100);
  }

  private static void makeModels(Shop shop) {
    var products = shop.products();
    var ids = IntStream.range(0, products.size()).mapToObj(products::id).toList();
    var histories = shop.baskets().histories();
    shop.replaceModel(Tastes.class, Tastes.of(histories, ids));
    shop.replaceModel(Rhythms.class, Rhythms.of(histories));
    shop.replaceModel(ContentSimilarity.class, ContentSimilarity.of(shop.catalog()));
  }

  private static CatalogEntry entry(Event event) {
    return new CatalogEntry(
        event.product,
        "",
        List.of("Crockery > Cups"),
        event.profile == 0 ? "" : "brand",
        "",
        OptionalLong.of(event.hours),
        OptionalLong.empty(),
        "EUR",
        OptionalLong.empty(),
        new TreeSet<>(),
        "",
        "",
        at(event),
        false);
  }

  private static Instant at(Event event) {
    return NOW.minus(Duration.ofHours(event.hours));
  }

  private static Query query() {
    return new Query(
        List.of("cup", "lamp"),
        Optional.of(new UUID(0, 0)),
        List.of("cup", "plate"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(0.5),
        NOW);
  }

  @Provide
  Arbitrary<List<Event>> events() {
    // Now, lately, years ago, and of a clock that goes ahead.
    var hours = Arbitraries.of(0, 1, 20, 24 * 40, 24 * 500, 24 * 800, 24 * 4000, -3);
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            hours,
            Arbitraries.of(PRODUCTS),
            Arbitraries.of(Kind.values()))
        .as(Event::new)
        .list()
        .ofMaxSize(40);
  }
}
