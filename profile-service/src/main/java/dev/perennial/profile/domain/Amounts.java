package dev.perennial.profile.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as clients send them: JSON numbers or numeric strings. What is neither is not there. */
final class Amounts {

  /** Beyond these a number is no money, and exact arithmetic on it could take all memory. */
  private static final int MAX_DIGITS = 60;

  private static final int MAX_EXPONENT = 30;

  private Amounts() {}

  static @Nullable BigDecimal number(@Nullable Object json) {
    var number =
        switch (json) {
          case BigDecimal decimal -> decimal;
          case BigInteger integer -> new BigDecimal(integer);
          case Integer integer -> BigDecimal.valueOf(integer);
          case Long integer -> BigDecimal.valueOf(integer);
          case Double floating when Double.isFinite(floating) -> BigDecimal.valueOf(floating);
          case String text -> parsed(text.strip());
          case null, default -> null;
        };
    return number != null
            && number.precision() <= MAX_DIGITS
            && Math.abs((long) number.scale()) <= MAX_EXPONENT
        ? number
        : null;
  }

  /** Millionths, half up below one; null when it does not fit. */
  static @Nullable Long micros(@Nullable BigDecimal amount) {
    return amount == null ? null : whole(amount.movePointRight(6));
  }

  /** Half up; null when it does not fit. */
  static @Nullable Long whole(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    var rounded = number.setScale(0, RoundingMode.HALF_UP).toBigInteger();
    return rounded.bitLength() < Long.SIZE ? rounded.longValue() : null;
  }

  private static @Nullable BigDecimal parsed(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
