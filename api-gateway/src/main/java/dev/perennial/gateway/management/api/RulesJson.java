package dev.perennial.gateway.management.api;

import static java.util.Objects.requireNonNullElse;

import dev.perennial.contracts.recommendation.v1.Preference;
import dev.perennial.contracts.recommendation.v1.Rules;
import dev.perennial.gateway.domain.InvalidRequestException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be shown and what is preferred, in JSON; what is left out does not restrict. */
@Schema(name = "RecommendationRules")
record RulesJson(
    @Nullable Boolean inStock,
    @Schema(description = "One of these, by its path: Toys > Cars")
        @Nullable List<String> categories,
    @Nullable List<String> excludedCategories,
    @Nullable List<String> brands,
    @Nullable List<String> excludedBrands,
    @Nullable BigDecimal minPrice,
    @Nullable BigDecimal maxPrice,
    @Schema(description = "Of the price bounds; left out, prices are compared as they are")
        @Nullable String priceCurrency,
    @Schema(description = "The part of the price that the shop keeps, below 1")
        @Nullable Double minMargin,
    @Nullable Boolean excludeBought,
    @Schema(description = "Shown first, as far as the filters let them")
        @Nullable List<String> pinnedProductIds,
    @Nullable List<PreferenceJson> preferences,
    @Nullable Integer maxPerCategory,
    @Nullable Integer maxPerBrand) {

  /** Moves what matches one of its fields up or down. */
  @Schema(name = "RecommendationPreference")
  record PreferenceJson(
      @Nullable String productId,
      @Nullable String category,
      @Nullable String brand,
      @Nullable String tag,
      @Schema(description = "Above 1 boosts, below 1 lowers, 0 buries; at most 1000")
          @Nullable Double factor) {

    Preference toContract(String pointer) {
      if (Stream.of(productId, category, brand, tag).filter(Objects::nonNull).count() != 1) {
        throw new InvalidRequestException(pointer, "needs a productId, category, brand or tag");
      }
      if (factor == null) {
        throw new InvalidRequestException(pointer + "/factor", "is required");
      }
      var preference = Preference.newBuilder().setFactor(factor);
      if (productId != null) {
        preference.setProductId(productId);
      } else if (category != null) {
        preference.setCategory(category);
      } else if (brand != null) {
        preference.setBrand(brand);
      } else {
        preference.setTag(requireNonNullElse(tag, ""));
      }
      return preference.build();
    }

    static PreferenceJson of(Preference preference) {
      return new PreferenceJson(
          preference.hasProductId() ? preference.getProductId() : null,
          preference.hasCategory() ? preference.getCategory() : null,
          preference.hasBrand() ? preference.getBrand() : null,
          preference.hasTag() ? preference.getTag() : null,
          preference.getFactor());
    }
  }

  /**
   * As the service takes it.
   *
   * @param pointer of this object
   */
  Rules toContract(String pointer) {
    var rules =
        Rules.newBuilder()
            .setInStock(Boolean.TRUE.equals(inStock))
            .addAllCategories(orNone(categories))
            .addAllExcludedCategories(orNone(excludedCategories))
            .addAllBrands(orNone(brands))
            .addAllExcludedBrands(orNone(excludedBrands))
            .setExcludeBought(Boolean.TRUE.equals(excludeBought))
            .addAllPinnedProductIds(orNone(pinnedProductIds))
            .addAllPreferences(preferences(pointer + "/preferences"))
            .setMaxPerCategory(most(pointer + "/maxPerCategory", maxPerCategory))
            .setMaxPerBrand(most(pointer + "/maxPerBrand", maxPerBrand))
            .setPriceCurrency(requireNonNullElse(priceCurrency, ""));
    if (minPrice != null) {
      rules.setMinPriceMicros(Json.micros(pointer + "/minPrice", minPrice));
    }
    if (maxPrice != null) {
      rules.setMaxPriceMicros(Json.micros(pointer + "/maxPrice", maxPrice));
    }
    if (minMargin != null) {
      rules.setMinMargin(minMargin);
    }
    return rules.build();
  }

  static RulesJson of(Rules rules) {
    return new RulesJson(
        rules.getInStock() ? true : null,
        orNull(rules.getCategoriesList()),
        orNull(rules.getExcludedCategoriesList()),
        orNull(rules.getBrandsList()),
        orNull(rules.getExcludedBrandsList()),
        rules.hasMinPriceMicros() ? Json.money(rules.getMinPriceMicros()) : null,
        rules.hasMaxPriceMicros() ? Json.money(rules.getMaxPriceMicros()) : null,
        Json.textOrNull(rules.getPriceCurrency()),
        rules.hasMinMargin() ? rules.getMinMargin() : null,
        rules.getExcludeBought() ? true : null,
        orNull(rules.getPinnedProductIdsList()),
        orNull(rules.getPreferencesList().stream().map(PreferenceJson::of).toList()),
        rules.getMaxPerCategory() == 0 ? null : rules.getMaxPerCategory(),
        rules.getMaxPerBrand() == 0 ? null : rules.getMaxPerBrand());
  }

  private List<Preference> preferences(String pointer) {
    var messages = new ArrayList<Preference>();
    List<PreferenceJson> all = orNone(preferences);
    for (int i = 0; i < all.size(); i++) {
      messages.add(all.get(i).toContract(pointer + "/" + i));
    }
    return messages;
  }

  private static int most(String pointer, @Nullable Integer most) {
    return most == null ? 0 : Limit.of(pointer, most);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> @Nullable List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
