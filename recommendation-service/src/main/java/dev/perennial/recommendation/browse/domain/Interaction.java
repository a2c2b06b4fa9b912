package dev.perennial.recommendation.browse.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;

/**
 * A profile did something. Two that are equal are one.
 *
 * @param at in whole microseconds, as it is stored
 * @param subject the id of the product; of a search, the query
 */
public record Interaction(Instant at, Kind kind, String subject) {

  /** A total order, so that the same interactions come out the same however they came in. */
  static final Comparator<Interaction> OLDEST_FIRST =
      Comparator.comparing(Interaction::at)
          .thenComparing(Interaction::kind)
          .thenComparing(Interaction::subject);

  public Interaction {
    requireNonNull(at, "at");
    requireNonNull(kind, "kind");
    requireNonNull(subject, "subject");
  }
}
