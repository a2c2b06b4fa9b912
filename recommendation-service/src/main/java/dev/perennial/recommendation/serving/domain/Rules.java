package dev.perennial.recommendation.serving.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a shop wants shown. Filters hold for all that is shown, pins included.
 *
 * @param pins shown first, in this order, whatever their score
 * @param preferences each that matches takes effect
 * @param diversity no more of one kind than this, as long as there is something else to show
 */
public record Rules(
    List<Filter> filters, List<String> pins, List<Preference> preferences, Diversity diversity) {

  /** Anything goes. */
  public static final Rules NONE = new Rules(List.of(), List.of(), List.of(), Diversity.ANY);

  /**
   * At most so many of one category (its whole path) and of one brand (or seller).
   *
   * @param mostPerCategory at least 1
   * @param mostPerBrand at least 1
   */
  public record Diversity(int mostPerCategory, int mostPerBrand) {

    public static final Diversity ANY = new Diversity(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public Diversity {
      if (mostPerCategory < 1 || mostPerBrand < 1) {
        throw new IllegalArgumentException("diversity leaves at least one of a kind");
      }
    }

    private Diversity and(Diversity other) {
      return new Diversity(
          Math.min(mostPerCategory, other.mostPerCategory),
          Math.min(mostPerBrand, other.mostPerBrand));
    }
  }

  public Rules {
    filters = List.copyOf(filters);
    pins = List.copyOf(pins);
    preferences = List.copyOf(preferences);
  }

  /** These and others: filters of both, pins and preferences one after the other. */
  public Rules and(Rules others) {
    return new Rules(
        joined(filters, others.filters),
        joined(pins, others.pins),
        joined(preferences, others.preferences),
        diversity.and(others.diversity));
  }

  /** These, and none of the products. */
  public Rules without(Set<String> products) {
    return new Rules(
        joined(filters, List.of(new Filter.Excluded(products))), pins, preferences, diversity);
  }

  private static <T> List<T> joined(List<T> some, List<? extends T> others) {
    var both = new ArrayList<T>(some);
    both.addAll(others);
    return both;
  }
}
