package dev.perennial.recommendation.attribution.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * The last click of a person on a product that was recommended.
 *
 * @param bought whether a purchase was already put down to it
 */
public record Click(Instant at, Source source, UUID item, boolean bought) {

  Click asBought() {
    return new Click(at, source, item, true);
  }
}
