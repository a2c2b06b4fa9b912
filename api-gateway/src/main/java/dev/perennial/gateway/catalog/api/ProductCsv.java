package dev.perennial.gateway.catalog.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perennial.gateway.catalog.domain.Product;
import dev.perennial.gateway.catalog.domain.ProductDraft;
import dev.perennial.gateway.catalog.domain.ProductField;
import dev.perennial.gateway.domain.InvalidRequestException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Products as CSV (RFC 4180, UTF-8; semicolons or tabs may stand for commas): the first row names
 * the fields, and what it names that is no field of a product is one of the shop's own. Several
 * categories or tags are parted by "|". Rows are read one by one and never kept.
 */
final class ProductCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setIgnoreSurroundingSpaces(true).get();

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  /** Characters of the first row that are looked at to tell what parts its columns. */
  private static final int LONGEST_HEADER = 64 * 1024;

  private final List<String> header;

  private ProductCsv(List<String> header) {
    this.header = header;
  }

  /** Reads all rows into the reception, up to one that is no CSV. */
  static void read(InputStream body, Reception reception) {
    try (var reader = new BufferedReader(new InputStreamReader(body, UTF_8));
        var parser = CSVParser.parse(reader, delimitedAs(reader))) {
      Iterator<CSVRecord> rows = parser.iterator();
      if (!rows.hasNext()) {
        throw new InvalidRequestException("", "the first row must name the fields");
      }
      new ProductCsv(header(rows.next())).readRows(rows, parser, reception);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By what parts the first row so that it names the id: commas, else semicolons, else tabs. */
  private static CSVFormat delimitedAs(BufferedReader reader) throws IOException {
    String first = firstRow(reader);
    return DELIMITERS.stream()
        .map(delimiter -> FORMAT.builder().setDelimiter(delimiter).get())
        .filter(format -> namesId(first, format))
        .findFirst()
        .orElse(FORMAT);
  }

  /** Looks ahead only. */
  private static String firstRow(BufferedReader reader) throws IOException {
    var row = new StringBuilder();
    reader.mark(LONGEST_HEADER);
    for (int read = reader.read();
        read >= 0 && (row.isEmpty() || read != '\n') && row.length() < LONGEST_HEADER - 1;
        read = reader.read()) {
      row.append((char) read);
    }
    reader.reset();
    return row.toString();
  }

  private static boolean namesId(String row, CSVFormat format) {
    try (var parser = CSVParser.parse(row, format)) {
      return parser.stream()
          .flatMap(CSVRecord::stream)
          .map(ProductCsv::name)
          .anyMatch(name -> ProductField.named(name).filter(ProductField.ID::equals).isPresent());
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  private static String name(String column) {
    return column.replace(BYTE_ORDER_MARK, "").strip();
  }

  private void readRows(Iterator<CSVRecord> rows, CSVParser parser, Reception reception) {
    try {
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        reception.take("", parser.getCurrentLineNumber(), () -> product(row));
      }
    } catch (UncheckedIOException _) {
      // A quote that is not closed: where the next row would begin is anyone's guess.
      reception.reject(parser.getCurrentLineNumber(), "", "is no CSV; nothing after it was read");
    }
  }

  private static List<String> header(CSVRecord row) {
    List<String> names = row.stream().map(ProductCsv::name).toList();
    var seen = new HashSet<Object>();
    for (String name : names) {
      if (name.isEmpty()) {
        throw new InvalidRequestException("", "the first row must name each column");
      }
      if (!seen.add(ProductField.named(name).<Object>map(f -> f).orElse(name))) {
        throw new InvalidRequestException(name, "is named twice in the first row");
      }
    }
    if (!seen.contains(ProductField.ID)) {
      throw new InvalidRequestException("id", "is not named in the first row");
    }
    return names;
  }

  private Product product(CSVRecord row) {
    if (row.size() > header.size()) {
      throw new InvalidRequestException("", "has more columns than the first row");
    }
    var draft = new ProductDraft();
    ObjectNode custom = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < row.size(); i++) {
      String name = header.get(i);
      String value = requireNonNull(row.get(i));
      ProductField.named(name)
          .filter(field -> field != ProductField.CUSTOM)
          .ifPresentOrElse(
              field -> draft.set(field, values(field, value)),
              () -> {
                if (!value.isEmpty()) {
                  custom.put(name, value);
                }
              });
    }
    return draft.setCustom(custom.toString()).check();
  }

  private static List<String> values(ProductField field, String value) {
    return field.isList() ? Arrays.asList(value.split("\\|", -1)) : List.of(value);
  }
}
