package dev.perennial.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What to run.
 *
 * @param split the day from which orders are the test; sections that split by time look at it
 * @param csv orders in the columns of Online Retail, in place of the ones shipped
 * @param only the key of the one section to run
 * @param out where the report is written
 */
public record Options(
    Optional<LocalDate> split, Optional<Path> csv, Optional<String> only, Optional<Path> out) {

  private static final List<String> NAMES = List.of("--split", "--csv", "--only", "--out");

  static final Options DEFAULT =
      new Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Reads the command line; an {@link IllegalArgumentException} says what is wrong with it. */
  static Options of(String... arguments) {
    var options = DEFAULT;
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i])) {
        throw new IllegalArgumentException(
            arguments[i]
                + " is no option; there are --split DATE, --csv FILE, --only SECTION, --out FILE");
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      options = options.with(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  /** Whether all runs as it is published: then figures have to be reached. */
  public boolean asPublished() {
    return split.isEmpty() && csv.isEmpty();
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--split" -> new Options(Optional.of(date(value)), csv, only, out);
      case "--csv" -> new Options(split, Optional.of(Path.of(value)), only, out);
      case "--only" -> new Options(split, csv, Optional.of(value), out);
      default -> new Options(split, csv, only, Optional.of(Path.of(value)));
    };
  }

  private static LocalDate date(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException("--split takes a date such as 2011-11-09, not " + value);
    }
  }
}
