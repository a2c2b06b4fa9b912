package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.browse.domain.Hours;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** A product at hand, and how alike others are by what people do with both. */
  private record Seed(int number, Scores cosines) {}

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String shows() {
    return "What is like the products, by the catalog and by what people do";
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PRODUCTS);
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var scores = new Scores();
    var behaviour = new Behaviour(shop, Hours.of(query.now()));
    var content = shop.model(ContentSimilarity.class);
    var seeds = new ArrayList<Seed>();
    for (int number : shop.numbers(query.products())) {
      var seed = new Seed(number, behaviour.cosines(number));
      seeds.add(seed);
      addBehaviour(scores, behaviour, seed);
      content.ifPresent(known ->
          known.candidates(
              number, (product, likeness) -> scores.add(product, Math.pow(likeness, SHARPNESS))));
    }
    return new Candidates(scores, product -> evidence(shop, seeds, product, behaviour, content));
  }

  /** Of the seed that it is most alike to; of equal ones the first by id. */
  private static Evidence evidence(
      Shop shop,
      List<Seed> seeds,
      int product,
      Behaviour behaviour,
      Optional<ContentSimilarity> content) {
    return seeds.stream()
        .filter(seed -> seed.number != product)
        .map(seed -> evidence(shop, seed, product, behaviour, content))
        .max(Comparator.comparingDouble(Similar::strength))
        .orElseThrow();
  }

  private static double strength(Evidence.Similar evidence) {
    return evidence.behaviour() * evidence.behaviourWeight()
        + Math.pow(evidence.content().score(), SHARPNESS);
  }

  private static Evidence.Similar evidence(
      Shop shop, Seed seed, int product, Behaviour behaviour, Optional<ContentSimilarity> content) {
    var counts = PairInterest.of(shop, seed.number, product);
    return new Evidence.Similar(
        shop.products().id(seed.number),
        shop.products().name(seed.number),
        counts.commonSessions(),
        counts.commonOrders(),
        seed.cosines.of(product),
        known(behaviour, seed.number, product),
        content.map(known -> known.likeness(seed.number, product)).orElse(Likeness.NONE));
  }

  /** As parts of the strongest, as cosines of one product are all small or all large. */
  private static void addBehaviour(Scores scores, Behaviour behaviour, Seed seed) {
    var strongest = new double[1];
    seed.cosines.forEach((_, cosine) -> strongest[0] = Math.max(strongest[0], cosine));
    // All that it shares may be so long ago that nothing is left of it.
    if (strongest[0] > 0) {
      seed.cosines.forEach((product, cosine) ->
          scores.add(product, known(behaviour, seed.number, product) * cosine / strongest[0]));
    }
  }

  /** How far behaviour is to be believed, by the one of the two that less is known of. */
  private static double known(Behaviour behaviour, int seed, int product) {
    double least = Math.min(behaviour.weight(seed), behaviour.weight(product));
    return least / (least + HALF_KNOWN);
  }
}
