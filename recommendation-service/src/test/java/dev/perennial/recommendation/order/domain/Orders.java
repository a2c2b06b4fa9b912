package dev.perennial.recommendation.order.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Orders and refunds to test with; days are counted from the first of January. */
public final class Orders {

  private Orders() {}

  public static Instant day(int number) {
    return Instant.parse("2026-01-01T12:00:00Z").plusSeconds(86_400L * (number - 1));
  }

  static Purchase order(String key, int day, Map<String, Long> pieces) {
    return new Purchase(key, day(day), 10_000_000, lines(pieces));
  }

  static Refund refund(String message, int day, Map<String, Long> pieces) {
    return new Refund(message, day(day), Optional.empty(), OptionalLong.empty(), lines(pieces));
  }

  static Refund refundOf(String order, String message, int day, Map<String, Long> pieces) {
    return new Refund(message, day(day), Optional.of(order), OptionalLong.empty(), lines(pieces));
  }

  static Lines lines(Map<String, Long> pieces) {
    return new Lines(new TreeMap<>(pieces));
  }
}
