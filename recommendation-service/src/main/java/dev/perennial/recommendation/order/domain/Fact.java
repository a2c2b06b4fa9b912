package dev.perennial.recommendation.order.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** What a profile's stream says that matters to what is recommended. */
public sealed interface Fact {

  /** An order was placed. */
  record Bought(Purchase purchase) implements Fact {

    public Bought {
      requireNonNull(purchase, "purchase");
    }
  }

  /** Something was given back, or an order cancelled. */
  record GaveBack(Refund refund) implements Fact {

    public GaveBack {
      requireNonNull(refund, "refund");
    }
  }

  /**
   * The profile is no more: erased, or merged into one that tells its history again.
   *
   * @param into the one that absorbed it; empty when it was erased
   */
  record Departed(Optional<UUID> into) implements Fact {

    public Departed {
      requireNonNull(into, "into");
    }
  }
}
