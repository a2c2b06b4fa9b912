package dev.perennial.evaluation.retail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The days of orders, the first and the last included (UTC). */
public record Period(LocalDate first, LocalDate last) {

  /** Of orders by time, of which there are some. */
  public static Period of(List<Invoice> invoices) {
    return new Period(day(invoices.getFirst().issuedAt()), day(invoices.getLast().issuedAt()));
  }

  /**
   * The day to split at: the chosen one, else so many months before the last. An {@link
   * IllegalArgumentException} says so when nothing is before it, or nothing from it on.
   */
  public LocalDate split(Optional<LocalDate> chosen, int months) {
    var day = chosen.orElse(last.minusMonths(months));
    if (!first.isBefore(day) || last.isBefore(day)) {
      throw new IllegalArgumentException(
          "the orders are from %s to %s: with a split at %s there is nothing to learn from or nothing to test"
              .formatted(first, last, day));
    }
    return day;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
