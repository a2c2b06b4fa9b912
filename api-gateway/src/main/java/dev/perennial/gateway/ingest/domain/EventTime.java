package dev.perennial.gateway.ingest.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an event happened, whatever the client's clock says. */
final class EventTime {

  /** Millions of seconds: numbers below are seconds since 1970, those above milliseconds. */
  private static final long MILLIS_FROM = 100_000_000_000L;

  private EventTime() {}

  /**
   * receivedAt - (sentAt - original), never later than receivedAt: the client's clock may be wrong,
   * but it is equally wrong twice. Without sentAt the original is taken as it is, without an
   * original the event happened when it was received.
   *
   * @return empty when no such instant is possible: before 1970
   */
  static Optional<Instant> occurredAt(
      @Nullable Instant original, @Nullable Instant sentAt, Instant receivedAt) {
    if (original == null) {
      return Optional.of(receivedAt);
    }
    Instant occurred =
        sentAt == null ? original : receivedAt.minus(Duration.between(original, sentAt));
    if (occurred.isAfter(receivedAt)) {
      return Optional.of(receivedAt);
    }
    return occurred.isBefore(Instant.EPOCH)
        ? Optional.empty()
        : Optional.of(occurred.truncatedTo(ChronoUnit.MICROS));
  }

  /** ISO 8601, with or without an offset (then UTC) or time, or a number of (milli)seconds. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(read(text.strip())).filter(EventTime::hasFourDigitYear);
    } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Instant read(String text) {
    if (text.length() == 10 && text.charAt(4) == '-') {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    if (text.length() < 16 || text.charAt(4) != '-') {
      return ofNumber(text);
    }
    String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    if (iso.endsWith("Z")) {
      return Instant.parse(iso);
    }
    int sign = Math.max(iso.lastIndexOf('+'), iso.lastIndexOf('-'));
    if (sign < 16) {
      return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
    boolean hasColon = iso.indexOf(':', sign) > 0;
    boolean hoursAndMinutes = iso.length() - sign == 5;
    return OffsetDateTime.parse(
            hasColon || !hoursAndMinutes
                ? iso
                : iso.substring(0, sign + 3) + ':' + iso.substring(sign + 3))
        .toInstant();
  }

  private static Instant ofNumber(String text) {
    int point = text.indexOf('.');
    long whole = Long.parseLong(point < 0 ? text : text.substring(0, point));
    return Math.abs(whole) < MILLIS_FROM
        ? Instant.ofEpochSecond(whole)
        : Instant.ofEpochMilli(whole);
  }

  private static boolean hasFourDigitYear(Instant at) {
    int year = at.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999;
  }
}
