package dev.perennial.segment.app;

import static dev.perennial.segment.app.JsonAt.wrong;

import dev.perennial.segment.domain.Comparison;
import dev.perennial.segment.domain.Is;
import dev.perennial.segment.domain.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the comparator object {@code is}. */
final class IsJson {

  private IsJson() {}

  static Is ofTrait(JsonAt at) {
    var comparisons = new ArrayList<Comparison>();
    for (var name : at.fields()) {
      comparisons.add(comparison(name, at.required(name)));
    }
    return is(at, comparisons);
  }

  /** The comparators that make sense for a number that is always there. */
  static Is ofMeasure(JsonAt at) {
    var comparisons = new ArrayList<Comparison>();
    for (var name : at.fields()) {
      var operand = at.required(name);
      switch (name) {
        case "exists", "contains" -> throw wrong(operand, "is for traits only");
        case "equals", "notEquals" -> number(operand);
        case "in" -> operand.items().forEach(IsJson::number);
        default -> {
          // The others take numbers only.
        }
      }
      comparisons.add(comparison(name, operand));
    }
    return is(at, comparisons);
  }

  private static Comparison comparison(String name, JsonAt at) {
    return switch (name) {
      case "equals" -> new Comparison.Equals(scalar(at));
      case "notEquals" -> new Comparison.NotEquals(scalar(at));
      case "in" -> new Comparison.In(at.items().stream().map(IsJson::scalar).toList());
      case "atLeast" -> new Comparison.AtLeast(number(at));
      case "atMost" -> new Comparison.AtMost(number(at));
      case "above" -> new Comparison.Above(number(at));
      case "below" -> new Comparison.Below(number(at));
      case "exists" -> {
        if (!at.node().isBoolean()) {
          throw wrong(at, "must be true or false");
        }
        yield new Comparison.Exists(at.node().booleanValue());
      }
      case "contains" -> new Comparison.Contains(scalar(at));
      default ->
          throw wrong(
              at,
              "is no comparator: use equals, notEquals, in, atLeast, atMost, above, below, exists"
                  + " or contains");
    };
  }

  private static Is is(JsonAt at, List<Comparison> comparisons) {
    if (comparisons.isEmpty()) {
      throw wrong(at, "must have at least one comparator");
    }
    return new Is(comparisons);
  }

  private static BigDecimal number(JsonAt at) {
    if (!at.node().isNumber()) {
      throw wrong(at, "must be a number");
    }
    return at.node().decimalValue();
  }

  private static Value scalar(JsonAt at) {
    return TraitsJson.value(at.node())
        .filter(one -> !(one instanceof Value.Items) && !(one instanceof Value.Opaque))
        .orElseThrow(() -> wrong(at, "must be a text, a number, true or false"));
  }
}
