package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import java.util.function.Predicate;

/**
 * Moves the products that match up or down.
 *
 * @param factor their score is multiplied by it: above 1 boosts, below 1 lowers, 0 buries: what is
 *     buried comes after all else
 */
public record Preference(Match match, double factor) {

  public Preference {
    if (!(factor >= 0 && factor <= 1000)) {
      throw new IllegalArgumentException("a factor is 0 to 1,000");
    }
  }

  /** Which products a preference is about. */
  public sealed interface Match {

    boolean matches(Item item);

    private static boolean entry(Item item, Predicate<CatalogEntry> test) {
      return item.entry().filter(test).isPresent();
    }

    record Product(String id) implements Match {
      @Override
      public boolean matches(Item item) {
        return item.id().equals(id);
      }
    }

    record Category(String category) implements Match {
      @Override
      public boolean matches(Item item) {
        return entry(item, entry -> entry.isIn(category));
      }
    }

    record Brand(String brand) implements Match {
      @Override
      public boolean matches(Item item) {
        return entry(item, entry -> entry.brandOrSeller().equals(brand));
      }
    }

    record Tag(String tag) implements Match {
      @Override
      public boolean matches(Item item) {
        return entry(item, entry -> entry.tags().contains(tag));
      }
    }
  }
}
