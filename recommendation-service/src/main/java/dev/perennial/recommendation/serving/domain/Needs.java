package dev.perennial.recommendation.serving.domain;

import java.util.EnumSet;
import java.util.List;

/** What a strategy may go by. */
public enum Needs {
  PRODUCTS("product_ids") {
    @Override
    boolean areIn(Query query) {
      return !query.products().isEmpty();
    }
  },
  PROFILE("profile_id") {
    @Override
    boolean areIn(Query query) {
      return query.profile().isPresent();
    }
  },
  CLICKS("clicked_product_ids") {
    @Override
    boolean areIn(Query query) {
      return !query.clicks().isEmpty();
    }
  };

  private final String field;

  Needs(String field) {
    this.field = field;
  }

  abstract boolean areIn(Query query);

  /** Whether a chain has something to say when all that is known is who is asked about. */
  public static boolean suitsPeople(List<Strategy> chain) {
    return chain.stream()
        .map(Strategy::needs)
        .anyMatch(needs -> needs.isEmpty() || needs.contains(PROFILE));
  }

  /**
   * Fails with {@link InvalidRequest} when no strategy of the chain has what it goes by: better
   * than no items for no reason. A fallback that needs nothing answers for everyone.
   */
  public static void check(Ask ask) {
    boolean answerable =
        ask.chain().stream()
            .map(Strategy::needs)
            .anyMatch(needs ->
                needs.isEmpty() || needs.stream().anyMatch(need -> need.areIn(ask.query())));
    if (!answerable) {
      var missing = EnumSet.noneOf(Needs.class);
      ask.chain().forEach(strategy -> missing.addAll(strategy.needs()));
      String fields = String.join(" or ", missing.stream().map(need -> need.field).toList());
      throw new InvalidRequest(
          "/" + missing.iterator().next().field, "is missing: the strategy goes by " + fields);
    }
  }
}
