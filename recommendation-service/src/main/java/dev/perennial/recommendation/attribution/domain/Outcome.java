package dev.perennial.recommendation.attribution.domain;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What became of a click, which is what is counted of it.
 *
 * @param bought the value of the purchase that is put down to it; empty without one
 */
public record Outcome(Click click, Optional<Money> bought) {

  /** Where it is counted: on the day of the click (UTC). */
  Cell cell(String workspace) {
    var day = LocalDate.ofInstant(click.at(), ZoneOffset.UTC);
    return new Cell(workspace, day, click.source(), click.product());
  }

  Counts counts() {
    return bought.map(value -> Counts.CLICK.plus(Counts.purchase(value))).orElse(Counts.CLICK);
  }
}
