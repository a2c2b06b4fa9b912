package dev.perennial.recommendation.serving.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * An answer by its id.
 *
 * @param id as {@link RecommendationId#ofAnswer} makes it
 * @param arm empty when no placement was asked
 */
public record Served(UUID id, Optional<Arm> arm, Recommendation recommendation) {

  /**
   * The id of an item.
   *
   * @param index from 0
   */
  public RecommendationId ofItem(int index) {
    return new RecommendationId(arm, recommendation.items().get(index).strategy(), id, index + 1);
  }
}
