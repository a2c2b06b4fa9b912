package dev.perennial.recommendation.person.domain;

import dev.perennial.recommendation.person.domain.Rhythms.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a person will want a product again.
 *
 * @param times in how many orders the person bought it
 * @param interval from one purchase to the next: the median of the person's own gaps; with one gap
 *     its mean with the typical interval of the product, with none that interval
 * @param likelihood that the person buys it again at all, from 0 to 1: the product's share of
 *     buyers who do, and with each gap of the person's own nearer to 1
 */
record Replenishment(int times, Instant lastBought, Duration interval, double likelihood) {

  /**
   * Worked out for one person and product.
   *
   * @param bought when, ascending, not empty
   */
  static Replenishment of(List<Instant> bought, Rhythm rhythm) {
    var gaps = Gaps.between(bought);
    double typical = rhythm.interval().toSeconds();
    double interval =
        switch (gaps.size()) {
          case 0 -> typical;
          case 1 -> (gaps.getFirst() + typical) / 2;
          default -> Gaps.median(gaps);
        };
    return new Replenishment(
        bought.size(),
        bought.getLast(),
        Duration.ofSeconds(Math.round(interval)),
        (gaps.size() + rhythm.share()) / (gaps.size() + 1));
  }

  Instant dueAt() {
    return lastBought.plus(interval);
  }

  /**
   * How due it is, from 0 to the likelihood: highest at the due time, and half of that when half or
   * twice the interval has passed.
   */
  double score(Instant now) {
    double passed = (double) Duration.between(lastBought, now).toSeconds() / interval.toSeconds();
    return passed <= 0 ? 0 : likelihood * Math.min(passed, 1 / passed);
  }
}
