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
   * @param pointer where it was read, for when there are more than six decimals or too many digits
   */
  static long micros(String pointer, BigDecimal amount) {
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
