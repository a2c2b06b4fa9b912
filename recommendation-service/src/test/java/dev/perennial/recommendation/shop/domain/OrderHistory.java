package dev.perennial.recommendation.shop.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What happened in a shop: one that heard all of it as it came, and what is left in the end. */
final class OrderHistory {

  static final List<String> PRODUCTS = List.of("cup", "saucer", "spoon", "tray", "lamp", "tea");
  static final List<String> COUNTRIES = List.of("FR", "DE");
  static final List<UUID> PROFILES = IntStream.range(0, 4).mapToObj(i -> new UUID(0, i)).toList();

  /** Something that every replica hears of. */
  sealed interface Change {

    /** An order holds this from now on: all that was bought, or what refunds left of it. */
    record Holds(UUID profile, long order, int day, Set<String> products) implements Change {}

    /** The buyer lives there from now on; empty when that is not known any more. */
    record Moves(UUID profile, String country) implements Change {}

    /** Erased, or merged into another. */
    record Departs(UUID profile) implements Change {}

    /** Called so from now on by the shop, or by events; empty when they do not say any more. */
    record Named(String product, String name, boolean byShop) implements Change {}
  }

  private final Shop live = new Shop();
  private final Map<Long, Change.Holds> orders = new HashMap<>();
  private final Map<UUID, Change.Moves> homes = new HashMap<>();
  private final Map<String, Change.Named> told = new HashMap<>();
  private final Map<String, Change.Named> seen = new HashMap<>();

  private OrderHistory() {}

  static OrderHistory of(List<Change> changes) {
    var history = new OrderHistory();
    changes.forEach(history::happens);
    return history;
  }

  Shop live() {
    return live;
  }

  /** A shop that hears of what is left only, in any order. */
  Shop rebuilt(Random random) {
    var left = new ArrayList<Change>(orders.values());
    left.addAll(homes.values());
    left.addAll(told.values());
    left.addAll(seen.values());
    Collections.shuffle(left, random);
    var shop = new Shop();
    left.forEach(change -> apply(shop, change));
    return shop;
  }

  private void happens(Change change) {
    apply(live, change);
    switch (change) {
      case Change.Holds holds -> orders.put(holds.order, holds);
      case Change.Moves moves -> homes.put(moves.profile, moves);
      case Change.Departs(UUID profile) -> {
        orders.values().removeIf(order -> order.profile.equals(profile));
        homes.remove(profile);
      }
      case Change.Named named -> (named.byShop ? told : seen).put(named.product, named);
    }
  }

  private static void apply(Shop shop, Change change) {
    switch (change) {
      case Change.Holds(var profile, long order, int day, var products) ->
          shop.baskets().put(profile, order, day(day), products);
      case Change.Moves(var profile, var country) -> shop.baskets().locate(profile, country);
      case Change.Departs(var profile) -> shop.forget(profile);
      case Change.Named(var product, var name, boolean byShop) -> {
        if (byShop) {
          shop.tell(product, entry(name));
        } else {
          shop.see(product, entry(name), name);
        }
      }
    }
  }

  private static CatalogEntry entry(String name) {
    return new CatalogEntry(
        name,
        "",
        List.of(),
        "",
        "",
        OptionalLong.empty(),
        OptionalLong.empty(),
        "",
        OptionalLong.empty(),
        new TreeSet<>(),
        "",
        "",
        day(1),
        false);
  }

  /** Each order is of one profile; most profiles stay. */
  static Arbitrary<List<Change>> changes() {
    var orders = Arbitraries.longs().between(0, 11);
    var days = Arbitraries.integers().between(1, 40);
    var products = Arbitraries.of(PRODUCTS).set().ofMaxSize(4);
    Arbitrary<Change> holds =
        Combinators.combine(orders, days, products)
            .as((order, day, held) ->
                new Change.Holds(PROFILES.get((int) (order % 4)), order, day, held));
    Arbitrary<Change> moves =
        Combinators.combine(Arbitraries.of(PROFILES), Arbitraries.of("FR", "de", ""))
            .as(Change.Moves::new);
    Arbitrary<Change> departs = Arbitraries.of(PROFILES).map(Change.Departs::new);
    Arbitrary<Change> named =
        Combinators.combine(
                Arbitraries.of(PRODUCTS),
                Arbitraries.of("Name", "Other name", ""),
                Arbitraries.of(true, false))
            .as(Change.Named::new);
    return Arbitraries.frequencyOf(
            Tuple.of(12, holds), Tuple.of(2, moves), Tuple.of(1, departs), Tuple.of(3, named))
        .list()
        .ofMaxSize(40);
  }
}
