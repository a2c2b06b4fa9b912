package dev.perennial.gateway.management.api;

import static java.util.Objects.requireNonNullElse;

import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Rules;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question for recommendations, in JSON. */
@Schema(name = "RecommendationRequest")
record RecommendJson(
    @Schema(description = "Empty when a placement is named") @Nullable String strategy,
    @Schema(description = "Fill what the strategy leaves open, in this order")
        @Nullable List<String> fallbacks,
    @Nullable String placement,
    @Schema(description = "Chooses a placement's variant when there is no profile")
        @Nullable String visitorId,
    @Schema(description = "The page or the cart that the items should go with")
        @Nullable List<String> productIds,
    @Schema(description = "A profile's id, or type:value such as user_id:17850")
        @Nullable String profile,
    @Schema(description = "What a visitor looked at in this session, the last one last")
        @Nullable List<String> clickedProductIds,
    @Nullable String category,
    @Nullable String country,
    @Schema(description = "0 (what the person knows) to 1 (what is new to them)")
        @Nullable Double explore,
    @Schema(description = "1 to 100; 10 when left out") @Nullable Integer limit,
    @Nullable List<String> excludedProductIds,
    @Nullable RulesJson rules,
    @Schema(description = "Whether evidence of what is bought together names the orders behind it")
        @Nullable Boolean withOrders) {

  /** A question and the product that it is about. */
  @Schema(name = "ExplanationRequest")
  record Explain(@Nullable RecommendJson request, @Nullable String productId) {}

  /**
   * As the service takes it, without workspace and profile.
   *
   * @param pointer of this object
   */
  RecommendRequest.Builder toContract(String pointer) {
    var request =
        RecommendRequest.newBuilder()
            .setStrategy(orEmpty(strategy))
            .addAllFallbacks(orNone(fallbacks))
            .setPlacement(orEmpty(placement))
            .setVisitorId(orEmpty(visitorId))
            .addAllProductIds(orNone(productIds))
            .addAllClickedProductIds(orNone(clickedProductIds))
            .setCategory(orEmpty(category))
            .setCountry(orEmpty(country))
            .setLimit(limit == null ? 0 : Limit.of(pointer + "/limit", limit))
            .addAllExcludedProductIds(orNone(excludedProductIds))
            .setRules(
                rules == null ? Rules.getDefaultInstance() : rules.toContract(pointer + "/rules"))
            .setWithOrders(requireNonNullElse(withOrders, false));
    if (explore != null) {
      request.setExplore(explore);
    }
    return request;
  }

  String person() {
    return orEmpty(profile);
  }

  /** What the service calls a field, as it is called here. */
  static String pointer(String prefix, String field) {
    String named = field.replace("_micros", "").replace("profile_id", "profile");
    return prefix + GrpcProblems.camelCase(named);
  }

  private static String orEmpty(@Nullable String text) {
    return requireNonNullElse(text, "");
  }

  private static List<String> orNone(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}
