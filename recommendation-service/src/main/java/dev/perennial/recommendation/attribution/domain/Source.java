package dev.perennial.recommendation.attribution.domain;

import dev.perennial.recommendation.serving.domain.Arm;
import dev.perennial.recommendation.serving.domain.RecommendationId;

/**
 * What served an item.
 *
 * @param placement empty when none was asked, as is the variant
 * @param strategy "pinned" for what rules put first
 */
public record Source(String placement, String variant, String strategy) {

  /** The strategy of what rules put first. */
  public static final String PINNED = "pinned";

  public static Source of(RecommendationId id) {
    return new Source(
        id.arm().map(Arm::placement).orElse(""),
        id.arm().map(Arm::variant).orElse(""),
        id.strategy().orElse(PINNED));
  }
}
