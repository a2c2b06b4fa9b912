package dev.perennial.recommendation.interest.domain;

import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a person is interested in and of which there is news of one kind. What they asked for comes
 * first, then what is in their cart, then what they looked at; among those, what dropped most or
 * came back last.
 */
public final class LatestNewsStrategy implements Strategy {

  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final String key;
  private final News.Kind kind;

  private LatestNewsStrategy(String key, News.Kind kind) {
    this.key = key;
    this.kind = kind;
  }

  public static Strategy priceDrops() {
    return new LatestNewsStrategy("price-drops", News.Kind.PRICE_DROPPED);
  }

  public static Strategy backInStock() {
    return new LatestNewsStrategy("back-in-stock", News.Kind.BACK_IN_STOCK);
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String shows() {
    return switch (kind) {
      case PRICE_DROPPED -> "What the person is interested in and got cheaper lately";
      case BACK_IN_STOCK -> "What the person is interested in and came back lately";
    };
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PROFILE);
  }

  @Override
  public boolean goesByNews() {
    return true;
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var scores = new Scores();
    Map<Integer, Noticed> byProduct = new HashMap<>();
    for (var news : query.news()) {
      int product = shop.products().find(news.product());
      if (news.kind() == kind && product >= 0 && byProduct.putIfAbsent(product, news) == null) {
        scores.add(product, score(news, query.now()));
      }
    }
    return new Candidates(scores, product -> evidence(byProduct, product));
  }

  /** Each reason has a unit of its own, so that a stronger one always comes first. */
  private double score(Noticed news, Instant now) {
    double within =
        kind == News.Kind.PRICE_DROPPED ? news.drop() : 1 / (1 + daysSince(news.at(), now));
    return within
        + switch (news.reason()) {
          case ASKED -> 2;
          case CARTED -> 1;
          case VIEWED -> 0;
        };
  }

  private static double daysSince(Instant at, Instant now) {
    return Math.max(0, Duration.between(at, now).toMillis()) / DAY_MILLIS;
  }

  private static Evidence evidence(Map<Integer, Noticed> byProduct, int product) {
    var news = byProduct.get(product);
    if (news == null) {
      throw new IllegalArgumentException("no candidate: " + product);
    }
    return switch (news.kind()) {
      case PRICE_DROPPED ->
          new Evidence.PriceDropped(
              news.priceMicros().orElseThrow(),
              news.previousPriceMicros().orElseThrow(),
              news.currency(),
              news.at(),
              news.reason());
      case BACK_IN_STOCK -> new Evidence.BackInStock(news.at(), news.reason());
    };
  }
}
