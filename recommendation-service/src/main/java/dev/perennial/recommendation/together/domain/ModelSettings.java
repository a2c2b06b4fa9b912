package dev.perennial.recommendation.together.domain;

import java.time.Duration;

/**
 * How a model is fitted. The defaults are what a search on the orders of one shop ends with, which
 * docs/recommendations.md tells of.
 *
 * @param halfLife after so long an order weighs half
 * @param neighbours products that a product is predicted from, at most
 * @param ridge what is added to the weighted orders of a product: the more, the less is made of few
 * @param partners products kept with each, at most; bounds memory, at 12 bytes each
 * @param guard admits the pairs that may be shown
 */
public record ModelSettings(
    Duration halfLife, int neighbours, double ridge, int partners, Guard guard) {

  public static final ModelSettings DEFAULT =
      new ModelSettings(Duration.ofDays(180), 50, 3, 512, Guard.DEFAULT);

  /** The same but for the guard. */
  public ModelSettings with(Guard other) {
    return new ModelSettings(halfLife, neighbours, ridge, partners, other);
  }

  public ModelSettings {
    if (!halfLife.isPositive() || neighbours < 1 || partners < neighbours || !(ridge > 0)) {
      throw new IllegalArgumentException("a model needs a half-life, neighbours and a ridge");
    }
  }
}
