package dev.perennial.recommendation.together.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What of the model of what is bought together can be set; see its settings. */
@ConfigMapping(prefix = "perennial.recommendations.together")
public interface TogetherConfig {

  /** After so long an order weighs half. */
  @WithDefault("P180D")
  Duration halfLife();

  /** Products that a product is predicted from, at most. */
  @WithDefault("50")
  int neighbours();

  /** The more, the less is made of few orders. */
  @WithDefault("3")
  double ridge();

  /** Products kept with each, at most; memory is some 12 bytes each. */
  @WithDefault("512")
  int partners();

  /**
   * How long to wait before a new model, if orders came; never less than five times what it took.
   */
  @WithDefault("PT30S")
  Duration rebuildEvery();

  /** Threads that work on it; 0 takes half of the processors. */
  @WithDefault("0")
  int threads();
}
