package dev.perennial.recommendation.interest.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who is told of news of products. */
@ConfigMapping(prefix = "perennial.interest")
public interface InterestConfig {

  /** The part of a price that it must drop by before anyone is told. */
  @WithDefault("0.05")
  double minPriceDrop();

  /** For how long a product that was looked at, or put into a cart, is of interest. */
  @WithDefault("P30D")
  Duration window();

  /** For how long news is shown to those whom it interests, as price-drops and back-in-stock. */
  @WithDefault("P7D")
  Duration lately();

  /** For how long someone who asked waits for an answer. */
  @WithDefault("P365D")
  Duration askedWindow();
}
