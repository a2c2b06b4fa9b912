package dev.perennial.recommendation.together.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.together.domain.FrequentlyBoughtTogether;
import dev.perennial.recommendation.together.domain.ModelSettings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** What is measured and published is what runs where nothing is set. */
class DefaultsTest {

  private final SmallRyeConfig nothingSet =
      new SmallRyeConfigBuilder()
          .withMapping(RecommendationConfig.class)
          .withMapping(TogetherConfig.class)
          .withValidateUnknown(false)
          .build();

  private final RecommendationConfig all = nothingSet.getConfigMapping(RecommendationConfig.class);

  @Test
  void aServiceOfWhichNothingIsSetFitsItsModelWithTheDefaultsOfTheDomain() {
    var together = nothingSet.getConfigMapping(TogetherConfig.class);
    assertEquals(ModelSettings.DEFAULT, TogetherParts.settings(together, all));
  }

  @Test
  void itLooksAtAsManyProductsOfAPersonAsTheDomainDoes() {
    assertEquals(FrequentlyBoughtTogether.PROFILE_SEEDS, all.profileSeeds());
  }
}
