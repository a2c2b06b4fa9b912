package dev.perennial.segment.domain;

import java.math.BigDecimal;

/**
 * What is added up over the events of a leaf, as a long: a count, or millionths of the currency's
 * unit.
 */
public enum Measure {
  COUNT {
    @Override
    public long amountOf(Change.Happened event) {
      return 1;
    }

    @Override
    public Value value(long amount) {
      return Value.Num.of(amount);
    }
  },
  ORDER_VALUE {
    @Override
    public long amountOf(Change.Happened event) {
      return event.valueMicros().orElse(0);
    }

    @Override
    public Value value(long amount) {
      return new Value.Num(BigDecimal.valueOf(amount, 6));
    }
  };

  public abstract long amountOf(Change.Happened event);

  /** What conditions compare with. */
  public abstract Value value(long amount);
}
