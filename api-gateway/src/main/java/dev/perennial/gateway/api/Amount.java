package dev.perennial.gateway.api;

import java.math.BigDecimal;

/** Money as it is shown: decimal, exact. */
public final class Amount {

  private static final int MICROS = 6;
  private static final int CENTS = 2;

  private Amount() {}

  /** Millionths as a decimal number, with cents at least. */
  public static BigDecimal ofMicros(long micros) {
    BigDecimal amount = BigDecimal.valueOf(micros, MICROS).stripTrailingZeros();
    return amount.scale() < CENTS ? amount.setScale(CENTS) : amount;
  }
}
