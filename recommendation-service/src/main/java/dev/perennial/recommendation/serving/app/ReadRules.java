package dev.perennial.recommendation.serving.app;

import static java.util.function.Predicate.not;

import dev.perennial.contracts.recommendation.v1.Rules;
import dev.perennial.recommendation.serving.domain.Filter;
import dev.perennial.recommendation.serving.domain.InvalidRequest;
import dev.perennial.recommendation.serving.domain.Preference;
import dev.perennial.recommendation.serving.domain.Preference.Match;
import dev.perennial.recommendation.serving.domain.Rules.Diversity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads rules as the contract has them. They are tried for each product that could be shown, while
 * no change is let in: so there is an end to how much they may say.
 */
public final class ReadRules {

  private static final int MOST_TEXTS = 100;
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_PREFERENCES = 50;

  private ReadRules() {}

  /**
   * Fails with {@link InvalidRequest}.
   *
   * @param pointer of the rules
   */
  public static dev.perennial.recommendation.serving.domain.Rules read(
      String pointer, Rules rules) {
    checkTexts(pointer + "/pinned_product_ids", rules.getPinnedProductIdsList());
    checkTexts(pointer + "/categories", rules.getCategoriesList());
    checkTexts(pointer + "/excluded_categories", rules.getExcludedCategoriesList());
    checkTexts(pointer + "/brands", rules.getBrandsList());
    checkTexts(pointer + "/excluded_brands", rules.getExcludedBrandsList());
    checkBounds(pointer, rules);
    return new dev.perennial.recommendation.serving.domain.Rules(
        filters(rules),
        rules.getPinnedProductIdsList(),
        preferences(pointer + "/preferences", rules),
        new Diversity(
            most(pointer + "/max_per_category", rules.getMaxPerCategory()),
            most(pointer + "/max_per_brand", rules.getMaxPerBrand())));
  }

  private static void checkTexts(String pointer, List<String> texts) {
    if (texts.size() > MOST_TEXTS) {
      throw new InvalidRequest(pointer, "must be at most 100");
    }
    for (int i = 0; i < texts.size(); i++) {
      var _ = checked(pointer + "/" + i, texts.get(i));
    }
  }

  /** The text; {@link InvalidRequest} when it is longer than anything that a shop calls so. */
  public static String checked(String pointer, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidRequest(pointer, "must be at most 500 characters");
    }
    return text;
  }

  /** What nothing can meet is a mistake, not a wish for nothing. */
  private static void checkBounds(String pointer, Rules rules) {
    if (rules.hasMinPriceMicros()
        && rules.hasMaxPriceMicros()
        && rules.getMinPriceMicros() > rules.getMaxPriceMicros()) {
      throw new InvalidRequest(pointer + "/max_price_micros", "is below the least price");
    }
    if (rules.hasMinMargin() && !(rules.getMinMargin() < 1)) {
      throw new InvalidRequest(pointer + "/min_margin", "must be below 1");
    }
  }

  private static List<Filter> filters(Rules rules) {
    var filters = new ArrayList<Filter>();
    if (rules.getInStock()) {
      filters.add(new Filter.InStock());
    }
    if (rules.getCategoriesCount() > 0) {
      filters.add(new Filter.Categories(Set.copyOf(rules.getCategoriesList()), false));
    }
    if (rules.getExcludedCategoriesCount() > 0) {
      filters.add(new Filter.Categories(Set.copyOf(rules.getExcludedCategoriesList()), true));
    }
    if (rules.getBrandsCount() > 0) {
      filters.add(new Filter.Brands(Set.copyOf(rules.getBrandsList()), false));
    }
    if (rules.getExcludedBrandsCount() > 0) {
      filters.add(new Filter.Brands(Set.copyOf(rules.getExcludedBrandsList()), true));
    }
    if (rules.hasMinPriceMicros() || rules.hasMaxPriceMicros()) {
      filters.add(price(rules));
    }
    if (rules.hasMinMargin()) {
      filters.add(new Filter.Margin(rules.getMinMargin()));
    }
    if (rules.getExcludeBought()) {
      filters.add(new Filter.NotBought());
    }
    return filters;
  }

  private static Filter price(Rules rules) {
    return new Filter.Price(
        rules.hasMinPriceMicros()
            ? OptionalLong.of(rules.getMinPriceMicros())
            : OptionalLong.empty(),
        rules.hasMaxPriceMicros()
            ? OptionalLong.of(rules.getMaxPriceMicros())
            : OptionalLong.empty(),
        Optional.of(rules.getPriceCurrency()).filter(not(String::isEmpty)));
  }

  private static List<Preference> preferences(String pointer, Rules rules) {
    if (rules.getPreferencesCount() > MOST_PREFERENCES) {
      throw new InvalidRequest(pointer, "must be at most 50");
    }
    var preferences = new ArrayList<Preference>();
    for (int i = 0; i < rules.getPreferencesCount(); i++) {
      preferences.add(preference(pointer + "/" + i, rules.getPreferences(i)));
    }
    return preferences;
  }

  private static Preference preference(
      String pointer, dev.perennial.contracts.recommendation.v1.Preference preference) {
    double factor = preference.getFactor();
    if (!(factor >= 0 && factor <= 1000)) {
      throw new InvalidRequest(pointer + "/factor", "must be 0 to 1000");
    }
    Match match =
        switch (preference.getMatchCase()) {
          case PRODUCT_ID ->
              new Match.Product(checked(pointer + "/product_id", preference.getProductId()));
          case CATEGORY ->
              new Match.Category(checked(pointer + "/category", preference.getCategory()));
          case BRAND -> new Match.Brand(checked(pointer + "/brand", preference.getBrand()));
          case TAG -> new Match.Tag(checked(pointer + "/tag", preference.getTag()));
          case MATCH_NOT_SET ->
              throw new InvalidRequest(pointer, "needs a product_id, category, brand or tag");
        };
    return new Preference(match, factor);
  }

  private static int most(String pointer, int asked) {
    if (asked < 0) {
      throw new InvalidRequest(pointer, "is too great");
    }
    return asked == 0 ? Integer.MAX_VALUE : asked;
  }
}
