package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.browse.domain.Session;
import dev.perennial.recommendation.order.domain.Tally;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is taken instead of the products at hand, or along with them: people look at substitutes in
 * one session and buy one of them; complements they buy together (McAuley, Pandey and Leskovec,
 * "Inferring Networks of Substitutable and Complementary Products", KDD 2015, tell them apart by
 * the same two signals).
 */
public final class Contrasts implements Strategy {

  /** Which way the two differ. */
  public enum Side {
    SUBSTITUTES,
    COMPLEMENTS
  }

  /** "Far more" than the other: twice, at least. */
  private static final double FAR = 2;

  /** Common sessions, or orders, that there must be. */
  private static final int LEAST = 3;

  private final Side side;

  public Contrasts(Side side) {
    this.side = side;
  }

  @Override
  public String key() {
    return switch (side) {
      case SUBSTITUTES -> "substitutes";
      case COMPLEMENTS -> "complements";
    };
  }

  @Override
  public String shows() {
    return switch (side) {
      case SUBSTITUTES -> "What is looked at beside the products and bought instead of them";
      case COMPLEMENTS -> "What is bought with the products rather than looked at instead";
    };
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PRODUCTS);
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var scores = new Scores();
    for (int seed : shop.numbers(query.products())) {
      var sessions = sessionsWith(shop, seed);
      var orders = new Tally(shop.products().size());
      shop.baskets().tallyWith(seed, orders);
      var common = side == Side.SUBSTITUTES ? sessions : orders;
      for (int i = 0; i < common.size(); i++) {
        int product = common.product(i);
        if (product != seed && common.count(product) >= LEAST) {
          var pair =
              PairInterest.of(shop, seed, product, sessions.count(product), orders.count(product));
          add(scores, shop, seed, product, pair);
        }
      }
    }
    return new Candidates(scores, product -> evidence(shop, query, product));
  }

  /** Of the seed that it contrasts with most; of equal ones the first by id. */
  private Evidence evidence(Shop shop, Query query, int product) {
    return IntStream.of(shop.numbers(query.products()))
        .filter(seed -> seed != product)
        .mapToObj(seed -> contrast(shop, seed, PairInterest.of(shop, seed, product)))
        .max(Comparator.comparingDouble(Evidence.Contrast::ratioAtLeast))
        .orElseThrow();
  }

  /** By how much of the seed's sessions, or orders, hold it, beyond chance. */
  private void add(Scores scores, Shop shop, int seed, int product, PairInterest pair) {
    if (ratio(pair) >= FAR) {
      double part =
          switch (side) {
            case SUBSTITUTES ->
                (pair.commonSessions() - pair.expectedSessions())
                    / PairInterest.sessions(shop, seed).size();
            case COMPLEMENTS ->
                (pair.commonOrders() - pair.expectedOrders()) / shop.baskets().ordersWith(seed);
          };
      if (part > 0) {
        scores.add(product, part);
      }
    }
  }

  private double ratio(PairInterest pair) {
    return switch (side) {
      case SUBSTITUTES -> pair.viewedRatherThanBought();
      case COMPLEMENTS -> pair.boughtRatherThanViewed();
    };
  }

  private Evidence.Contrast contrast(Shop shop, int seed, PairInterest pair) {
    return new Evidence.Contrast(
        shop.products().id(seed),
        shop.products().name(seed),
        pair.commonSessions(),
        pair.expectedSessions(),
        pair.commonOrders(),
        pair.expectedOrders(),
        ratio(pair));
  }

  private static Tally sessionsWith(Shop shop, int seed) {
    var tally = new Tally(shop.products().size());
    for (Session session : PairInterest.sessions(shop, seed)) {
      for (int i = 0; i < session.size(); i++) {
        tally.add(session.product(i));
      }
    }
    return tally;
  }
}
