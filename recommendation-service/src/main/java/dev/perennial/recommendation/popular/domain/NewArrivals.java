package dev.perennial.recommendation.popular.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What came into the shop last, the newest first, of one category when asked; the score halves
 * every week, and is worked out once a minute. A product came when the catalog says, else when it
 * was first heard of.
 */
public final class NewArrivals implements Strategy {

  private static final Duration HALF_LIFE = Duration.ofDays(7);

  /** What is older is not new. */
  private static final Duration NEW = Duration.ofDays(90);

  @Override
  public String key() {
    return "new-arrivals";
  }

  /** What is asked of a shop, and what the answer depends on. */
  private record Question(Optional<String> category) {}

  private record State(long catalog, Instant minute) {}

  @Override
  public String shows() {
    return "What came into the shop within 90 days, the newest first";
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var minute = query.now().truncatedTo(ChronoUnit.MINUTES);
    var scores =
        shop.answers()
            .get(
                Scores.class,
                new Question(query.category()),
                new State(shop.catalog().changes(), minute),
                () -> scores(shop, query));
    return new Candidates(scores, product -> evidence(shop, product));
  }

  private static Scores scores(Shop shop, Query query) {
    var scores = new Scores();
    for (int product = 0; product < shop.catalog().end(); product++) {
      int number = product;
      shop.catalog()
          .entry(product)
          .filter(entry -> isAskedFor(entry, query))
          .ifPresent(entry -> scores.add(number, score(age(entry, query))));
    }
    return scores;
  }

  private static Evidence evidence(Shop shop, int product) {
    return new Evidence.NewArrival(shop.catalog().entry(product).orElseThrow().createdAt());
  }

  private static boolean isAskedFor(CatalogEntry entry, Query query) {
    Duration age = age(entry, query);
    return !age.isNegative()
        && age.compareTo(NEW) <= 0
        && query.category().filter(category -> !entry.isIn(category)).isEmpty();
  }

  private static Duration age(CatalogEntry entry, Query query) {
    return Duration.between(entry.createdAt(), query.now());
  }

  private static double score(Duration age) {
    return Math.pow(2, -(double) age.toMillis() / HALF_LIFE.toMillis());
  }
}
