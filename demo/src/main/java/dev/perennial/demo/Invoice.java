package dev.perennial.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invoice of the shop.
 *
 * @param number starts with C for a refund and with A for an adjustment of a balance
 * @param issuedAt the time of its first line
 */
record Invoice(
    String number, Instant issuedAt, Optional<String> customer, String country, List<Line> lines) {

  /** A line; the quantity is below 0 on refunds and where the shop wrote stock off. */
  record Line(String stockCode, String description, long quantity, BigDecimal price) {

    BigDecimal value() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }
  }

  enum Kind {
    ORDER,
    REFUND,
    ADJUSTMENT
  }

  Kind kind() {
    return switch (number.charAt(0)) {
      case 'C' -> Kind.REFUND;
      case 'A' -> Kind.ADJUSTMENT;
      default -> Kind.ORDER;
    };
  }

  BigDecimal value() {
    return lines.stream().map(Line::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether it counts as an order by the data contract. */
  boolean isPositiveOrder() {
    return kind() == Kind.ORDER && value().signum() > 0;
  }
}
