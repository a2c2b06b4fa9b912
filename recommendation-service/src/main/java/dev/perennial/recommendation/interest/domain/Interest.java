package dev.perennial.recommendation.interest.domain;

import static java.util.Objects.requireNonNull;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import java.time.Instant;
import java.util.UUID;

/** What a profile did about a product that says whether it wants to hear of it. */
public record Interest(ProductKey product, UUID profile, Kind kind, Instant at) {

  /** What was done. */
  public enum Kind {
    VIEWED,
    CARTED,
    /** Taken out of the cart again. */
    REMOVED,
    BOUGHT,
    /** Asked to be told when it gets cheaper. */
    ASKED_PRICE,
    /** Asked to be told when it is back in stock. */
    ASKED_STOCK,
    /** Was told that it got cheaper, or need not be told any more. */
    TOLD_PRICE,
    /** The same of its return to stock. */
    TOLD_STOCK;

    /** Whether it counts until it is answered, rather than for some weeks. */
    public boolean isAsked() {
      return switch (this) {
        case ASKED_PRICE, ASKED_STOCK -> true;
        case VIEWED, CARTED, REMOVED, BOUGHT, TOLD_PRICE, TOLD_STOCK -> false;
      };
    }

    /** Whether what was asked before it, however long before, is answered by it. */
    public boolean isAnswer() {
      return switch (this) {
        case BOUGHT, TOLD_PRICE, TOLD_STOCK -> true;
        case VIEWED, CARTED, REMOVED, ASKED_PRICE, ASKED_STOCK -> false;
      };
    }
  }

  public Interest {
    requireNonNull(product, "product");
    requireNonNull(profile, "profile");
    requireNonNull(kind, "kind");
    requireNonNull(at, "at");
  }
}
