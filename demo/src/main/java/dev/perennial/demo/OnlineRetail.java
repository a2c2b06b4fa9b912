package dev.perennial.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The data set "Online Retail" (see its attribution), as it is shipped, moved by whole days. */
final class OnlineRetail {

  static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 9);

  private static final String RESOURCE = "/online-retail/online_retail.csv.gz";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private OnlineRetail() {}

  /** All invoices, oldest first, the last of them on the day given. Times are taken as UTC. */
  static List<Invoice> invoicesEndingOn(LocalDate lastDay) throws IOException {
    long days = ChronoUnit.DAYS.between(LAST_DAY, lastDay);
    var byNumber = new LinkedHashMap<String, Invoice>();
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    var resource = requireNonNull(OnlineRetail.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (var reader = new InputStreamReader(new GZIPInputStream(resource), UTF_8);
        var rows = format.parse(reader)) {
      for (CSVRecord row : rows) {
        byNumber
            .computeIfAbsent(row.get("InvoiceNo"), number -> invoice(number, row, days))
            .lines()
            .add(line(row));
      }
    }
    return byNumber.values().stream()
        .sorted((a, b) -> a.issuedAt().compareTo(b.issuedAt()))
        .toList();
  }

  private static Invoice invoice(String number, CSVRecord row, long days) {
    return new Invoice(
        number, instant(row, days), customer(row), row.get("Country"), new ArrayList<>());
  }

  private static Instant instant(CSVRecord row, long days) {
    return LocalDateTime.parse(row.get("InvoiceDate"), TIME)
        .plusDays(days)
        .toInstant(ZoneOffset.UTC);
  }

  /** The file says 17850.0 for customer 17850. */
  private static Optional<String> customer(CSVRecord row) {
    var id = row.get("CustomerID");
    return id.isEmpty() ? Optional.empty() : Optional.of(id.substring(0, id.indexOf('.')));
  }

  private static Invoice.Line line(CSVRecord row) {
    return new Invoice.Line(
        row.get("StockCode"),
        row.get("Description").strip(),
        Long.parseLong(row.get("Quantity")),
        new BigDecimal(row.get("UnitPrice")));
  }
}
