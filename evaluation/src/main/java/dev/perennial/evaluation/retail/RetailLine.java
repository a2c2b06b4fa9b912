package dev.perennial.evaluation.retail;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * A line of an invoice.
 *
 * @param customer empty when not known
 */
record RetailLine(
    String invoice,
    String code,
    BigDecimal quantity,
    BigDecimal price,
    Instant at,
    Optional<String> customer) {

  /** The columns that are looked at; there may be others. */
  static final List<String> COLUMNS =
      List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Pattern PRODUCT = Pattern.compile("[0-9]{5}.*");

  /** Reads a row; an {@link IllegalArgumentException} says what of it can't be read. */
  static RetailLine of(CSVRecord row) {
    if (!row.isConsistent()) {
      throw new IllegalArgumentException(
          "has %d columns, not %d as the first"
              .formatted(row.size(), row.getParser().getHeaderNames().size()));
    }
    return new RetailLine(
        row.get("InvoiceNo"),
        row.get("StockCode").toUpperCase(Locale.ROOT),
        number(row, "Quantity"),
        number(row, "UnitPrice"),
        time(row),
        Optional.of(row.get("CustomerID").strip()).filter(id -> !id.isEmpty()));
  }

  boolean isSale() {
    return !invoice.startsWith("C")
        && !invoice.startsWith("A")
        && PRODUCT.matcher(code).matches()
        && quantity.signum() > 0
        && price.signum() > 0;
  }

  private static BigDecimal number(CSVRecord row, String column) {
    try {
      return new BigDecimal(row.get(column).strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s is no number: \"%s\"".formatted(column, row.get(column)), e);
    }
  }

  private static Instant time(CSVRecord row) {
    try {
      return LocalDateTime.parse(row.get("InvoiceDate").strip(), TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "InvoiceDate is no time such as 2010-12-01 08:26:00: \"%s\""
              .formatted(row.get("InvoiceDate")),
          e);
    }
  }
}
