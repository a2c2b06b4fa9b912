package dev.perennial.recommendation.serving.domain;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a strategy finds for one question. Used by one thread, while the shop does not change: what
 * was counted for the scores may be kept to say why.
 *
 * @param scores every product that it could recommend, with a score above 0; whether a product may
 *     be shown is for the {@link Rules}
 * @param why of the products among them
 * @param tooWeak of a product that is not among them, what there is all the same
 */
public record Candidates(
    Scores scores, IntFunction<Evidence> why, IntFunction<Optional<Evidence>> tooWeak) {

  /** Nothing. */
  public static final Candidates NONE =
      new Candidates(
          new Scores(0),
          product -> {
            throw new IllegalArgumentException("no candidate: " + product);
          });

  /** Of a strategy that has nothing to say of what it does not find. */
  public Candidates(Scores scores, IntFunction<Evidence> why) {
    this(scores, why, _ -> Optional.empty());
  }

  /** Why a product is among them. */
  public Evidence evidence(int product) {
    return why.apply(product);
  }

  /** What there is about a product: enough for a score, or too little. */
  Optional<Evidence> known(int product) {
    return scores.of(product) > 0 ? Optional.of(evidence(product)) : tooWeak.apply(product);
  }
}
