package dev.perennial.recommendation.attribution.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A person clicked a product where it was recommended, or put it into the cart there.
 *
 * @param item of the answer; doing both is one click
 */
public record Click(String product, UUID item, Instant at, Source source) {

  private static final Comparator<Click> FIRST =
      comparing(Click::at)
          .thenComparing(click -> click.source().placement())
          .thenComparing(click -> click.source().variant())
          .thenComparing(click -> click.source().strategy());

  /** What is one click, however often it is told. */
  public record Key(String product, UUID item) {}

  public Key key() {
    return new Key(product, item);
  }

  /** Of two tellings of one click the first; neither order nor repetition matters. */
  Click toldAgain(Click other) {
    return FIRST.compare(other, this) < 0 ? other : this;
  }
}
