package dev.perennial.channel.message.app.shown;

import java.math.BigDecimal;

/** Money as people write it. */
final class Amount {

  private static final int MICROS = 6;

  private Amount() {}

  /** Decimal, with two places at least: 12.50. */
  static String of(long micros) {
    var amount = BigDecimal.valueOf(micros, MICROS).stripTrailingZeros();
    return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
  }
}
