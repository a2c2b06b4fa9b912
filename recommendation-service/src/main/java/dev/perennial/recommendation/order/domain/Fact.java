package dev.perennial.recommendation.order.domain;

import static java.util.Objects.requireNonNull;

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

  /** The profile is no more: erased, or merged into one that tells its history again. */
  record Departed() implements Fact {}
}
