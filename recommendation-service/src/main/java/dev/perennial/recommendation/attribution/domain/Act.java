package dev.perennial.recommendation.attribution.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a person did that says how good a recommendation was. */
public sealed interface Act {

  Instant at();

  /** A product came into view. */
  record Shown(Instant at, Source source, String product) implements Act {}

  /**
   * A product was clicked, or put into the cart, where it was recommended.
   *
   * @param item of the answer; doing both is one click
   */
  record Clicked(Instant at, Source source, UUID item, String product) implements Act {}

  /**
   * An order was placed.
   *
   * @param values price times quantity by product, in millionths of the currency's unit
   */
  record Bought(Instant at, Map<String, Long> values) implements Act {

    public Bought {
      values = Map.copyOf(values);
    }
  }
}
