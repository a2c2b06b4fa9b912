package dev.perennial.recommendation.attribution.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a person did with what was recommended. */
public sealed interface Act {

  /** What served what it was done with. */
  Source source();

  /** A product came into view. */
  record Shown(Instant at, Source source, String product) implements Act {

    /** Where it is counted: on its day (UTC). */
    public Cell cell(String workspace) {
      return new Cell(workspace, LocalDate.ofInstant(at, ZoneOffset.UTC), source, product);
    }
  }

  /** A product was clicked, or put into the cart, where it was recommended. */
  record Clicked(Click click) implements Act {

    @Override
    public Source source() {
      return click.source();
    }
  }
}
