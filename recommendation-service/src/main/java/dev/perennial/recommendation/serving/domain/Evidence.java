package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.order.domain.PairCounts;

/** Why an item is shown, in figures that can be checked: one kind for each kind of reason. */
public sealed interface Evidence {

  /** Orders hold both: the counts of the pair that speaks for the item most. */
  record BoughtTogether(PairCounts counts, String seedName) implements Evidence {}
}
