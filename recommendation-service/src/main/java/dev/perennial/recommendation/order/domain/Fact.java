package dev.perennial.recommendation.order.domain;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** What a profile's stream says that matters to what is recommended. */
public sealed interface Fact {

  /**
   * An order was placed.
   *
   * @param names of its products, by id, where it gave any
   */
  record Bought(Purchase purchase, Map<String, String> names) implements Fact {

    public Bought {
      requireNonNull(purchase, "purchase");
      names = Map.copyOf(names);
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
