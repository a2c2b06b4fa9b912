package dev.perennial.evaluation.retail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.perennial.evaluation.Options;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Orders in the columns of the data set Online Retail, without what is no sale of a product:
 * invoices that start with C (refunds) or A (adjustments), lines whose quantity or price is not
 * above 0, and codes that do not start with five digits (postage, fees).
 */
public final class RetailFile {

  private static final String SHIPPED = "/online-retail/online_retail.csv.gz";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Pattern PRODUCT = Pattern.compile("[0-9]{5}.*");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private RetailFile() {}

  /** All orders that hold a product, by time, then number. */
  public static List<Invoice> read(Options options) throws IOException {
    return read(options.csv());
  }

  /** The same of the file that is shipped. */
  public static List<Invoice> readShipped() throws IOException {
    return read(Optional.empty());
  }

  private static List<Invoice> read(Optional<Path> csv) throws IOException {
    var invoices = new LinkedHashMap<String, Invoice>();
    try (var reader = new InputStreamReader(open(csv), UTF_8);
        var rows = FORMAT.parse(reader)) {
      rows.stream().filter(RetailFile::isSale).forEach(row -> add(invoices, row));
    }
    return invoices.values().stream()
        .sorted(Comparator.comparing(Invoice::issuedAt).thenComparing(Invoice::number))
        .toList();
  }

  private static InputStream open(Optional<Path> csv) throws IOException {
    if (csv.isEmpty()) {
      return new GZIPInputStream(
          requireNonNull(RetailFile.class.getResourceAsStream(SHIPPED), SHIPPED));
    }
    var file = Files.newInputStream(csv.get());
    return csv.get().toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
  }

  private static boolean isSale(CSVRecord row) {
    var number = row.get("InvoiceNo");
    return !number.startsWith("C")
        && !number.startsWith("A")
        && PRODUCT.matcher(row.get("StockCode")).matches()
        && new BigDecimal(row.get("Quantity")).signum() > 0
        && new BigDecimal(row.get("UnitPrice")).signum() > 0;
  }

  private static void add(Map<String, Invoice> invoices, CSVRecord row) {
    var at = LocalDateTime.parse(row.get("InvoiceDate"), TIME).toInstant(ZoneOffset.UTC);
    var known =
        invoices.computeIfAbsent(
            row.get("InvoiceNo"),
            number -> new Invoice(number, at, customer(row), new TreeSet<>()));
    known.products().add(row.get("StockCode").toUpperCase(Locale.ROOT));
    if (at.isBefore(known.issuedAt())) {
      invoices.put(
          known.number(), new Invoice(known.number(), at, known.customer(), known.products()));
    }
  }

  private static Optional<String> customer(CSVRecord row) {
    return Optional.of(row.get("CustomerID")).filter(id -> !id.isEmpty());
  }
}
