package dev.perennial.recommendation.order.store;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * An array in the text form of Postgres: unnest takes arrays of arrays apart to their elements, so
 * arrays of different lengths travel as texts, one a row, and are cast.
 */
public final class ArrayLiteral {

  private ArrayLiteral() {}

  public static String ofTexts(Collection<String> values) {
    return values.stream()
        .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  public static String ofNumbers(Collection<Long> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
