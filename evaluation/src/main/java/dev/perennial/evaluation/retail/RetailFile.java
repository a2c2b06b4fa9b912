package dev.perennial.evaluation.retail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.perennial.evaluation.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Orders in the columns of the data set Online Retail, without what is no sale of a product:
 * invoices that start with C (refunds) or A (adjustments), lines whose quantity or price is not
 * above 0, and codes that do not start with five digits (postage, fees).
 */
public final class RetailFile {

  private static final String SHIPPED = "/online-retail/online_retail.csv.gz";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setAllowMissingColumnNames(true)
          .get();

  private RetailFile() {}

  /**
   * All orders that hold a product, by time, then number; at least one. An {@link
   * IllegalArgumentException} says where the file can't be read.
   */
  public static List<Invoice> read(Options options) {
    return read(options.csv());
  }

  /** The same of the file that is shipped. */
  public static List<Invoice> readShipped() {
    return read(Optional.empty());
  }

  private static List<Invoice> read(Optional<Path> csv) {
    var name = csv.map(Path::toString).orElse(SHIPPED);
    var invoices = new LinkedHashMap<String, Invoice>();
    try (var reader = open(csv);
        var rows = FORMAT.parse(reader)) {
      requireColumns(name, rows.getHeaderNames());
      read(name, rows, invoices);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + name, e);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(name + " can't be read: " + e.getMessage(), e);
    }
    if (invoices.isEmpty()) {
      throw new IllegalArgumentException(name + " holds no sale of a product");
    }
    return invoices.values().stream()
        .sorted(Comparator.comparing(Invoice::issuedAt).thenComparing(Invoice::number))
        .toList();
  }

  private static void read(String name, CSVParser rows, Map<String, Invoice> invoices) {
    for (var row : rows) {
      try {
        var line = RetailLine.of(row);
        if (line.isSale()) {
          add(invoices, line);
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, line %d: %s".formatted(name, rows.getCurrentLineNumber(), e.getMessage()), e);
      }
    }
  }

  private static void requireColumns(String name, List<String> there) {
    var missing = RetailLine.COLUMNS.stream().filter(column -> !there.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no column %s; its first line, separated by commas, holds: %s"
              .formatted(name, String.join(", ", missing), String.join(" | ", there)));
    }
  }

  private static Reader open(Optional<Path> csv) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(bytes(csv), UTF_8));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static InputStream bytes(Optional<Path> csv) throws IOException {
    if (csv.isEmpty()) {
      return new GZIPInputStream(
          requireNonNull(RetailFile.class.getResourceAsStream(SHIPPED), SHIPPED));
    }
    var file = Files.newInputStream(csv.get());
    return csv.get().toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
  }

  private static void add(Map<String, Invoice> invoices, RetailLine line) {
    var known =
        invoices.computeIfAbsent(
            line.invoice(),
            number -> new Invoice(number, line.at(), line.customer(), new TreeSet<>()));
    known.products().add(line.code());
    if (line.at().isBefore(known.issuedAt())) {
      invoices.put(
          known.number(),
          new Invoice(known.number(), line.at(), known.customer(), known.products()));
    }
  }
}
