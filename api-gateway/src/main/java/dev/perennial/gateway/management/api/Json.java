package dev.perennial.gateway.management.api;

import com.google.protobuf.Timestamp;
import dev.perennial.gateway.api.Amount;
import dev.perennial.gateway.domain.InvalidRequestException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the contracts' types are in JSON. */
final class Json {

  private static final int MICROS = 6;
  private static final int MOST_DIGITS = 13;

  private Json() {}

  /** Null when the field is not set. */
  static @Nullable Instant instant(boolean set, Timestamp at) {
    return set ? Instant.ofEpochSecond(at.getSeconds(), at.getNanos()) : null;
  }

  /** Millionths as a decimal number, exact, with cents at least. */
  static BigDecimal money(long micros) {
    return Amount.ofMicros(micros);
  }

  /**
   * Millionths of an amount.
   *
   * @param pointer where it was read, for when there are more than six decimals, or more than 13
   *     digits before them
   */
  static long micros(String pointer, BigDecimal amount) {
    // Before the point is moved: of 1e100000000 that would make a hundred million digits.
    if ((long) amount.precision() - amount.scale() > MOST_DIGITS) {
      throw new InvalidRequestException(pointer, "must be an amount of at most 13 digits");
    }
    try {
      return amount.movePointRight(MICROS).longValueExact();
    } catch (ArithmeticException _) {
      throw new InvalidRequestException(pointer, "must be an amount with at most six decimals");
    }
  }

  /** The text of a JSON object; an empty one when there is none. */
  static String object(String json) {
    return json.isEmpty() ? "{}" : json;
  }

  static @Nullable String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
