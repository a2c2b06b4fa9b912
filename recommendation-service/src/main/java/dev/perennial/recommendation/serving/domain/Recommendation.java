package dev.perennial.recommendation.serving.domain;

import java.util.List;

/**
 * What to show, best first.
 *
 * @param orders that were counted
 */
public record Recommendation(List<Suggestion> items, int orders) {

  public Recommendation {
    items = List.copyOf(items);
  }
}
