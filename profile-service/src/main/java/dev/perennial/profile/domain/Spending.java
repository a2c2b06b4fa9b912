package dev.perennial.profile.domain;

/**
 * What a person spent.
 *
 * @param orders those of positive value
 * @param netMicros orders less refunds plus adjustments
 */
public record Spending(long orders, long netMicros) {

  public static final Spending NONE = new Spending(0, 0);

  Spending after(Commerce commerce) {
    var value = commerce.valueMicros();
    if (value == null) {
      return this;
    }
    return switch (commerce.kind()) {
      case ORDER -> new Spending(orders + (value > 0 ? 1 : 0), netMicros + value);
      case REFUND -> new Spending(orders, netMicros - value);
      case ADJUSTMENT -> new Spending(orders, netMicros + value);
      case OTHER -> this;
    };
  }

  Spending plus(Spending other) {
    return new Spending(orders + other.orders, netMicros + other.netMicros);
  }
}
