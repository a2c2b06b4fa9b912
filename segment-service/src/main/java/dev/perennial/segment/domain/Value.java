package dev.perennial.segment.domain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/** The value of a trait, or what a measure comes to. */
public sealed interface Value {

  record Text(String text) implements Value {
    public Text {
      requireNonNull(text, "text");
    }
  }

  /** Equal when the numbers are: 1.0 is 1. */
  record Num(BigDecimal number) implements Value {
    public Num {
      number = number.stripTrailingZeros();
    }

    public static Num of(long number) {
      return new Num(BigDecimal.valueOf(number));
    }
  }

  record Flag(boolean set) implements Value {}

  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A value that conditions do not look into, such as an object; it exists, and no more. */
  record Opaque() implements Value {}
}
