package dev.perennial.recommendation.person.domain;

import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A shop to test with; days are counted from the first of January. */
final class Buyers {

  final Shop shop = new Shop();
  private long orders;

  static Instant day(int number) {
    return Instant.parse("2026-01-01T12:00:00Z").plusSeconds(86_400L * (number - 1));
  }

  static UUID person(int number) {
    return new UUID(0, number);
  }

  Buyers buys(int person, int day, String... products) {
    shop.baskets().put(person(person), ++orders, day(day), List.of(products));
    return this;
  }

  Buyers learn() {
    var histories = shop.baskets().histories();
    var ids = IntStream.range(0, shop.products().size()).mapToObj(shop.products()::id).toList();
    shop.replaceModel(Tastes.class, Tastes.of(histories, ids));
    shop.replaceModel(Rhythms.class, Rhythms.of(histories));
    return this;
  }

  static Query query(int person, int day, double explore) {
    return new Query(
        List.of(),
        Optional.of(person(person)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(explore),
        day(day));
  }

  double score(Strategy strategy, Query query, String product) {
    return strategy.candidates(shop, query).scores().of(shop.products().find(product));
  }
}
