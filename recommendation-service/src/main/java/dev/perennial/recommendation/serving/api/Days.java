package dev.perennial.recommendation.serving.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Days that are asked for. */
final class Days {

  private static final int MOST = 400;

  private Days() {}

  static LocalDate day(String field, String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException _) {
      throw Refusals.invalid(field, "is a day such as 2026-11-30");
    }
  }

  static void checkSpan(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw Refusals.invalid("/to", "is not before from");
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST) {
      throw Refusals.invalid("/to", "leaves at most " + MOST + " days");
    }
  }
}
