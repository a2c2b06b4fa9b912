package dev.perennial.evaluation.together;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.evaluation.retail.RetailFile;
import dev.perennial.recommendation.together.domain.ModelSettings;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The published targets, by the shipped orders; the whole page takes some minutes more. */
class ServedQualityTest {

  private static final Instant SPLIT = Instant.parse("2011-11-09T00:00:00Z");

  @Test
  void oneServiceIsAboveBothTargetsOfWhatIsBoughtTogether() {
    var split = Split.at(SPLIT, Instant.MAX, RetailFile.readShipped());
    var scorer = StrategyScorer.of(split, SPLIT, ModelSettings.DEFAULT);
    var figures = new Tasks(split).measure(scorer);
    assertTrue(
        figures.hitRate() > TogetherSection.TARGET_HIT_RATE
            && figures.leftOutHitRate() > TogetherSection.TARGET_LEFT_OUT_HIT_RATE,
        figures::toString);
  }
}
