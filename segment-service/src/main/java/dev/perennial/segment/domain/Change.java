package dev.perennial.segment.domain;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What an activity changed. */
public sealed interface Change {

  /**
   * An event.
   *
   * @param valueMicros what it says of money, in millionths of the currency's unit
   */
  record Happened(String event, OptionalLong valueMicros) implements Change {

    /** By the data contract an order without a positive value is none. */
    public boolean counts() {
      return !event.equals("Order Completed") || valueMicros.orElse(0) > 0;
    }
  }

  /** Traits and their new values; empty where one was taken away. */
  record TraitsSet(Map<String, Optional<Value>> traits) implements Change {
    public TraitsSet {
      traits = Map.copyOf(traits);
    }
  }

  /** The profile was merged into another, or erased. */
  record Removed() implements Change {}

  /** Nothing that a condition can look at. */
  record Nothing() implements Change {}
}
