package dev.perennial.segment.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One test of a value. A value that is not there passes only {@code notEquals} and {@code exists:
 * false}.
 */
public sealed interface Comparison {

  boolean holds(@Nullable Value actual);

  record Equals(Value expected) implements Comparison {
    @Override
    public boolean holds(@Nullable Value actual) {
      return expected.equals(actual);
    }
  }

  record NotEquals(Value expected) implements Comparison {
    @Override
    public boolean holds(@Nullable Value actual) {
      return !expected.equals(actual);
    }
  }

  record In(List<Value> expected) implements Comparison {
    public In {
      expected = List.copyOf(expected);
    }

    @Override
    public boolean holds(@Nullable Value actual) {
      return expected.stream().anyMatch(one -> one.equals(actual));
    }
  }

  record AtLeast(BigDecimal bound) implements Comparison {
    @Override
    public boolean holds(@Nullable Value actual) {
      return actual instanceof Value.Num(var number) && number.compareTo(bound) >= 0;
    }
  }

  record AtMost(BigDecimal bound) implements Comparison {
    @Override
    public boolean holds(@Nullable Value actual) {
      return actual instanceof Value.Num(var number) && number.compareTo(bound) <= 0;
    }
  }

  record Above(BigDecimal bound) implements Comparison {
    @Override
    public boolean holds(@Nullable Value actual) {
      return actual instanceof Value.Num(var number) && number.compareTo(bound) > 0;
    }
  }

  record Below(BigDecimal bound) implements Comparison {
    @Override
    public boolean holds(@Nullable Value actual) {
      return actual instanceof Value.Num(var number) && number.compareTo(bound) < 0;
    }
  }

  record Exists(boolean expected) implements Comparison {
    @Override
    public boolean holds(@Nullable Value actual) {
      return expected == Objects.nonNull(actual);
    }
  }

  /** A text has this part, or a list has this item. */
  record Contains(Value part) implements Comparison {
    @Override
    public boolean holds(@Nullable Value actual) {
      return switch (actual) {
        case Value.Text(var text) ->
            part instanceof Value.Text(var sought) && text.contains(sought);
        case Value.Items(var items) -> items.contains(part);
        case null, default -> false;
      };
    }
  }
}
