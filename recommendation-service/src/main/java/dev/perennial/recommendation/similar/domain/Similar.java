package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.browse.domain.Hours;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is like the products at hand: by what the catalog says of them, and by what people do with
 * both as far as there is enough of that to go by. So a product an hour old has neighbours and is
 * one, and what people know better than the catalog comes to show.
 */
public final class Similar implements Strategy {

  public static final String KEY = "similar";

  /** With so many sessions and orders, behaviour counts for half of what it may. */
  private static final double HALF_KNOWN = 20;

  /** Raised to this, what is alike in little falls behind what people go between. */
  private static final double SHARPNESS = 4;

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PRODUCTS);
  }

  @Override
  public Scores candidates(Shop shop, Query query) {
    var scores = new Scores();
    for (int seed : shop.numbers(query.products())) {
      addBehaviour(scores, behaviour(shop, query), seed);
      shop.model(ContentSimilarity.class)
          .ifPresent(content ->
              content.candidates(
                  seed, (product, likeness) -> scores.add(product, Math.pow(likeness, SHARPNESS))));
    }
    return scores;
  }

  /** Of the seed that it is most alike to; of equal ones the first by id. */
  @Override
  public Evidence evidence(Shop shop, Query query, int product) {
    return IntStream.of(shop.numbers(query.products()))
        .filter(seed -> seed != product)
        .mapToObj(seed -> evidence(shop, query, seed, product))
        .max(Comparator.comparingDouble(Similar::strength))
        .orElseThrow();
  }

  private static double strength(Evidence.Similar evidence) {
    return evidence.behaviour() * evidence.behaviourWeight()
        + Math.pow(evidence.content().score(), SHARPNESS);
  }

  private static Evidence.Similar evidence(Shop shop, Query query, int seed, int product) {
    var behaviour = behaviour(shop, query);
    var counts = PairInterest.of(shop, seed, product);
    return new Evidence.Similar(
        shop.products().id(seed),
        shop.products().name(seed),
        counts.commonSessions(),
        counts.commonOrders(),
        behaviour.cosines(seed).of(product),
        known(behaviour, seed, product),
        content(shop).map(content -> content.likeness(seed, product)).orElse(Likeness.NONE));
  }

  private static Behaviour behaviour(Shop shop, Query query) {
    return new Behaviour(shop, Hours.of(query.now()));
  }

  private static Optional<ContentSimilarity> content(Shop shop) {
    return shop.model(ContentSimilarity.class);
  }

  /** As parts of the strongest, as cosines of one product are all small or all large. */
  private static void addBehaviour(Scores scores, Behaviour behaviour, int seed) {
    var cosines = behaviour.cosines(seed);
    var strongest = new double[1];
    cosines.forEach((_, cosine) -> strongest[0] = Math.max(strongest[0], cosine));
    cosines.forEach((product, cosine) ->
        scores.add(product, known(behaviour, seed, product) * cosine / strongest[0]));
  }

  /** How far behaviour is to be believed, by the one of the two that less is known of. */
  private static double known(Behaviour behaviour, int seed, int product) {
    double least = Math.min(behaviour.weight(seed), behaviour.weight(product));
    return least / (least + HALF_KNOWN);
  }
}
