package dev.perennial.evaluation.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The first hours of October 2019 of "eCommerce behavior data from multi category store" (REES46
 * Marketing Platform), in the order of the file.
 */
final class Rees46File {

  private static final String SHIPPED = "/rees46/events_2019-10-01_first3h.csv.gz";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private Rees46File() {}

  /** All rows but the last one, which the slice cuts in two. */
  static List<Event> read() throws IOException {
    var shipped = requireNonNull(Rees46File.class.getResourceAsStream(SHIPPED), SHIPPED);
    try (var reader = new InputStreamReader(new GZIPInputStream(shipped), UTF_8);
        var rows = FORMAT.parse(reader)) {
      return rows.stream().filter(CSVRecord::isConsistent).map(Rees46File::event).toList();
    }
  }

  private static Event event(CSVRecord row) {
    String path = row.get("category_code").replace(".", " > ");
    String category = row.get("category_id");
    return new Event(
        LocalDateTime.parse(row.get("event_time"), TIME).toInstant(ZoneOffset.UTC),
        row.get("event_type"),
        row.get("product_id"),
        path.isEmpty() ? category : path + " > " + category,
        row.get("brand"),
        new BigDecimal(row.get("price")).movePointRight(6).longValueExact(),
        row.get("user_id"),
        row.get("user_session"));
  }
}
