package dev.perennial.recommendation.snapshot.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;

import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.browse.domain.Kind;
import dev.perennial.recommendation.browse.domain.Trail;
import dev.perennial.recommendation.browse.domain.Trips;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.catalog.domain.Entries;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.domain.Guard;
import dev.perennial.recommendation.together.domain.ModelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random changes of a shop, of every kind that is folded. */
final class Changes {

  static final ModelSettings SETTINGS =
      new ModelSettings(Duration.ofDays(30), 2, 3, 3, new Guard(1, 0));

  private static final List<String> PRODUCTS = List.of("cup", "plate", "spoon", "tray", "lamp");

  private static final List<CatalogEntry> ENTRIES =
      List.of(
          Entries.by("Acme", ""),
          Entries.in(List.of("home > table", "gifts"), Instant.parse("2026-01-01T10:00:00Z")),
          new CatalogEntry(
              "Tea cup, white",
              "A cup for tea",
              List.of("home > table"),
              "Acme",
              "Seller",
              OptionalLong.of(5_000_000),
              OptionalLong.of(2_000_000),
              "EUR",
              OptionalLong.of(3),
              new TreeSet<>(Set.of("tea", "white")),
              "https://shop.example/cup.png",
              "https://shop.example/cup",
              Instant.parse("2026-01-02T10:00:00.123456Z"),
              false));

  /** What happens to a shop. */
  sealed interface Change {

    void to(Shop shop);

    record Ordered(int profile, long order, int at, Set<String> products) implements Change {
      @Override
      public void to(Shop shop) {
        shop.baskets().put(new UUID(0, profile), order * 10 + profile, day(at), products);
      }
    }

    record Left(int profile) implements Change {
      @Override
      public void to(Shop shop) {
        shop.forget(new UUID(0, profile));
      }
    }

    record Moved(int profile, String country) implements Change {
      @Override
      public void to(Shop shop) {
        shop.baskets().locate(new UUID(0, profile), country);
      }
    }

    record Browsed(int profile, Trail trail) implements Change {
      @Override
      public void to(Shop shop) {
        shop.browsing().put(new UUID(0, profile), trail);
      }
    }

    record Told(String product, CatalogEntry entry, boolean byShop) implements Change {
      @Override
      public void to(Shop shop) {
        if (byShop) {
          shop.tell(product, entry);
        } else {
          shop.see(product, entry, entry.name());
        }
      }
    }

    record Learned() implements Change {
      @Override
      public void to(Shop shop) {
        Everything.makeTogetherModel(shop, SETTINGS);
      }
    }
  }

  private Changes() {}

  static Arbitrary<List<Change>> some() {
    var product = Arbitraries.of(PRODUCTS);
    var profile = Arbitraries.integers().between(1, 3);
    var moment = Arbitraries.integers().between(1, 10);
    Arbitrary<Change> ordered =
        Combinators.combine(
                profile, Arbitraries.longs().between(1, 4), moment, product.set().ofMaxSize(4))
            .as(Change.Ordered::new);
    Arbitrary<Change> browsed = Combinators.combine(profile, trail()).as(Change.Browsed::new);
    Arbitrary<Change> told =
        Combinators.combine(product, Arbitraries.of(ENTRIES), Arbitraries.of(true, false))
            .as(Change.Told::new);
    Arbitrary<Change> moved =
        Combinators.combine(profile, Arbitraries.of("fr", "De", "")).as(Change.Moved::new);
    return Arbitraries.frequencyOf(
            Tuple.of(8, ordered),
            Tuple.of(4, browsed),
            Tuple.of(3, told),
            Tuple.of(1, moved),
            Tuple.of(1, profile.map(Change.Left::new)),
            Tuple.of(1, Arbitraries.create(Change.Learned::new)))
        .list()
        .ofMaxSize(25);
  }

  private static Arbitrary<Trail> trail() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 200),
            Arbitraries.of(Kind.values()),
            Arbitraries.of(PRODUCTS))
        .as((minute, kind, id) -> new Interaction(Trips.minute(minute), kind, id))
        .list()
        .ofMaxSize(6)
        .map(some -> Trail.EMPTY.with(some, 5));
  }
}
