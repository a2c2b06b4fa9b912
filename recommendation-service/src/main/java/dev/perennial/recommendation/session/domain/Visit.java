package dev.perennial.recommendation.session.domain;

import dev.perennial.recommendation.browse.domain.Session;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the visitor does now: the clicks of the question, else the session that the profile is in.
 *
 * @param products the last one last; those that were never seen before are left out
 * @param own the profile's session, which must not tell what it does itself
 */
record Visit(int[] products, Set<Session> own) {

  static Visit of(Shop shop, Query query) {
    Optional<Session> current = current(shop, query);
    int[] products =
        query.clicks().isEmpty()
            ? current.map(Visit::products).orElse(new int[0])
            : query.clicks().stream()
                .mapToInt(shop.products()::find)
                .filter(product -> product >= 0)
                .toArray();
    return new Visit(products, current.map(Set::of).orElse(Set.of()));
  }

  /** The page that the visitor is on: the last click, else the last product of the session. */
  static Optional<String> lookedAt(Shop shop, Query query) {
    return query.clicks().isEmpty()
        ? current(shop, query)
            .map(session -> shop.products().id(session.product(session.size() - 1)))
        : Optional.of(query.clicks().getLast());
  }

  private static Optional<Session> current(Shop shop, Query query) {
    return query.profile().flatMap(profile -> shop.browsing().currentOf(profile, query.now()));
  }

  private static int[] products(Session session) {
    return IntStream.range(0, session.size()).map(session::product).toArray();
  }
}
