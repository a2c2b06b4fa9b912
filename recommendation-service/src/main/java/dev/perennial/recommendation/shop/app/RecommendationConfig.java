package dev.perennial.recommendation.shop.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What of the recommendations can be set. */
@ConfigMapping(prefix = "perennial.recommendations")
public interface RecommendationConfig {

  /** Orders that must hold both products of a pair before it is recommended. */
  @WithDefault("3")
  int minPairOrders();

  /** Chi-square that a pair must reach; 3.84 is one chance in twenty. */
  @WithDefault("3.84")
  double minChiSquare();

  /** Products of a profile, its latest first, that are looked at when it is recommended to. */
  @WithDefault("50")
  int profileSeeds();

  /** Interactions kept of each profile, its latest. */
  @WithDefault("200")
  int trailLength();

  /** How long to wait before asking for new orders again. */
  @WithDefault("PT0.5S")
  Duration foldEvery();

  /** How long to wait before the models of persons are made of changed orders again. */
  @WithDefault("PT30S")
  Duration personModelsEvery();

  /** How long to wait before the index of what products are is made of a changed catalog again. */
  @WithDefault("PT30S")
  Duration contentEvery();
}
