package dev.perennial.recommendation.session.domain;

import dev.perennial.recommendation.browse.domain.Browsing;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.similar.domain.ContentSimilarity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is much like the last clicks, and the more so the more it is looked at.
 *
 * @param share what all of it is worth together
 */
record Alike(Browsing browsing, ContentSimilarity content, double share) {

  /** Clicks before the last ones say little of what is wanted now. */
  private static final int LAST = 5;

  private static final double PARTS = 1 << 24;

  /** Each click counts for half of the one after it. */
  private static final double EARLIER = 0.5;

  /** Raised to this, only what is like it in all parts is left: of its kind, brand and price. */
  private static final double SHARPNESS = 8;

  void addTo(Scores scores, Clicks clicks) {
    double weight = share;
    for (int click : latest(clicks)) {
      addTo(scores, click, weight);
      weight *= EARLIER;
    }
  }

  /** Of the latest clicks, how alike the product is to the one that it is most alike to. */
  Optional<Likest> likest(Clicks clicks, int product) {
    return latest(clicks).stream()
        .map(click -> new Likest(click, likeness(click, product)))
        .filter(likest -> likest.likeness() > 0)
        .max(Comparator.comparingDouble(Likest::likeness));
  }

  /** A click, and how alike a product is to it, from 0 to 1. */
  record Likest(int click, double likeness) {}

  private static List<Integer> latest(Clicks clicks) {
    return clicks.weights().keySet().stream().limit(LAST).toList();
  }

  private double likeness(int click, int product) {
    return click == product ? 1 : content.likeness(click, product).score();
  }

  /** All that is alike to a click comes to the weight together. */
  private void addTo(Scores scores, int click, double weight) {
    var near = new Scores();
    content.candidates(click, (product, likeness) -> near.add(product, pull(product, likeness)));
    near.add(click, pull(click, 1));
    var sum = new double[1];
    near.forEach((_, pull) -> sum[0] += pull);
    near.forEach((product, pull) -> scores.add(product, weight * pull / sum[0]));
  }

  /**
   * In whole parts, so that they sum up to the same in any order. It grows with the root of the
   * sessions, as what is looked at most is not wanted by all; with one more for what is new.
   */
  private double pull(int product, double likeness) {
    double sessions = 1.0 + browsing.visits(product).size();
    return Math.rint(PARTS * Math.pow(likeness, SHARPNESS) * Math.sqrt(sessions));
  }
}
