package dev.perennial.recommendation.serving.domain;

import java.util.function.IntFunction;

/**
 * What a strategy finds for one question. Used by one thread, while the shop does not change: what
 * was counted for the scores may be kept to say why.
 *
 * @param scores every product that it could recommend, with a score above 0; whether a product may
 *     be shown is for the {@link Rules}
 * @param why of the products among them
 */
public record Candidates(Scores scores, IntFunction<Evidence> why) {

  /** Nothing. */
  public static final Candidates NONE =
      new Candidates(
          new Scores(0),
          product -> {
            throw new IllegalArgumentException("no candidate: " + product);
          });

  /** Why a product is among them. */
  public Evidence evidence(int product) {
    return why.apply(product);
  }
}
