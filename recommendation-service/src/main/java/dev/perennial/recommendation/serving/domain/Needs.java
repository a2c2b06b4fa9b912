package dev.perennial.recommendation.serving.domain;

import java.util.EnumSet;

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
