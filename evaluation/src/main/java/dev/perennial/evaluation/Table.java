package dev.perennial.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of which the first column names and the others measure.
 *
 * @param rows each as long as the header
 */
public record Table(List<String> header, List<List<String>> rows) implements Report.Part {

  public Table {
    header = List.copyOf(header);
    int columns = header.size();
    rows = rows.stream().map(List::copyOf).toList();
    if (rows.stream().map(List::size).anyMatch(size -> size != columns)) {
      throw new IllegalArgumentException("a row is not as long as the header");
    }
  }

  /** Methods and their figures, under an empty corner. */
  public static Table of(List<String> measures, SequencedMap<String, List<String>> cells) {
    return new Table(
        concat("", measures),
        cells.entrySet().stream().map(row -> concat(row.getKey(), row.getValue())).toList());
  }

  private static List<String> concat(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  /** A figure from 0 to 1 as tables show it: {@code .6462}. */
  public static String figure(double share) {
    var text = String.format(Locale.ROOT, "%.4f", share);
    return text.startsWith("0.") ? text.substring(1) : text;
  }

  String markdown() {
    int[] widths =
        IntStream.range(0, header.size())
            .map(column ->
                Stream.concat(Stream.of(header), rows.stream())
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0))
            .toArray();
    var rule =
        IntStream.range(0, widths.length)
            .mapToObj(column ->
                column == 0 ? "-".repeat(widths[0] + 2) : "-".repeat(widths[column] + 1) + ":")
            .collect(Collectors.joining("|", "|", "|"));
    return Stream.of(
            Stream.of(line(header, widths), rule), rows.stream().map(row -> line(row, widths)))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> {
          var space = " ".repeat(widths[column] - cells.get(column).length());
          return column == 0 ? cells.get(0) + space : space + cells.get(column);
        })
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
