package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.order.domain.PairCounts;
import dev.perennial.recommendation.similar.domain.Likeness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why an item is shown, in figures that can be checked: one kind for each kind of reason. */
public sealed interface Evidence {

  /** Orders hold both: the counts of the pair that speaks for the item most. */
  record BoughtTogether(PairCounts counts, String seedName) implements Evidence {}

  /**
   * The person bought it before.
   *
   * @param orders of the person that hold it
   * @param allOrders of the person
   * @param season the part of the shop's recent orders that holds it, from 0 to 1
   */
  record BoughtBefore(int orders, int allOrders, Instant lastBought, double season)
      implements Evidence {}

  /**
   * New to the person; buyers of the seed, which the person bought, buy it as well.
   *
   * @param commonBuyers people who bought both
   * @param season the part of the shop's recent orders that holds it, from 0 to 1
   */
  record BoughtByAlike(
      String seed, String seedName, int commonBuyers, int seedBuyers, int itemBuyers, double season)
      implements Evidence {}

  /**
   * The person will want it again.
   *
   * @param orders of the person that hold it
   * @param interval from one purchase to the next
   * @param buyers people who bought it
   * @param repeatBuyers those of them who bought it again
   */
  record RunsOut(
      int orders,
      Instant lastBought,
      Duration interval,
      Instant dueAt,
      int buyers,
      int repeatBuyers)
      implements Evidence {}

  /**
   * Many orders hold it.
   *
   * @param orders of the last so many days
   * @param category as it was asked for
   * @param country as it was asked for
   */
  record BestSeller(int orders, int days, Optional<String> category, Optional<String> country)
      implements Evidence {}

  /**
   * Sessions like this one hold it, or it is like what was clicked.
   *
   * @param sessions of the most similar ones, those that hold it
   * @param likeProduct the click that it is most alike to
   * @param likeness to that, from 0 to 1
   */
  record NextClick(int sessions, int similarSessions, Optional<String> likeProduct, double likeness)
      implements Evidence {}

  /** The profile looked at it. */
  record LookedAt(Instant lastAt, int times) implements Evidence {}

  /**
   * Wanted more than before, beyond what all is.
   *
   * @param timesAtLeast so many times its share of before, at least: the lower bound of the 95 %
   *     interval
   */
  record Trend(int recent, int recentHours, int past, int pastHours, double timesAtLeast)
      implements Evidence {}

  /**
   * It is like the seed.
   *
   * @param commonSessions sessions that hold both
   * @param commonOrders orders that hold both
   * @param behaviour the cosine of sessions and orders, faded
   * @param behaviourWeight how far there is enough of them to go by, from 0 to 1
   * @param content what the catalog says of both
   */
  record Similar(
      String seed,
      String seedName,
      int commonSessions,
      int commonOrders,
      double behaviour,
      double behaviourWeight,
      Likeness content)
      implements Evidence {}

  /**
   * Looked at with the seed far more than bought with it, or the other way round.
   *
   * @param expectedSessions what chance would make of the common ones; so for orders
   * @param ratioAtLeast so many times as often as the other, at least: the lower bound of the 95 %
   *     interval
   */
  record Contrast(
      String seed,
      String seedName,
      int commonSessions,
      double expectedSessions,
      int commonOrders,
      double expectedOrders,
      double ratioAtLeast)
      implements Evidence {}

  /** It came into the shop lately. */
  record NewArrival(Instant createdAt) implements Evidence {}

  /**
   * It is of the brand of the seed, or of its seller where no brand is said.
   *
   * @param content how alike both are by what the catalog says, from 0 to 1
   * @param orders of the last so many days that hold it
   */
  record SameBrand(String seed, String brand, String seller, double content, int orders, int days)
      implements Evidence {}

  /**
   * It got cheaper, and the person is interested in it. Prices in millionths of the currency's
   * unit.
   */
  record PriceDropped(
      long priceMicros, long previousPriceMicros, String currency, Instant at, News.Reason reason)
      implements Evidence {}

  /** It came back, and the person is interested in it. */
  record BackInStock(Instant at, News.Reason reason) implements Evidence {}
}
