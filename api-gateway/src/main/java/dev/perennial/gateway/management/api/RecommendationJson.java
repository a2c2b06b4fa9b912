package dev.perennial.gateway.management.api;

import dev.perennial.contracts.recommendation.v1.Explanation;
import dev.perennial.contracts.recommendation.v1.ExplanationLink;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.ListTopPairsResponse;
import dev.perennial.contracts.recommendation.v1.ListTrendingSearchesResponse;
import dev.perennial.contracts.recommendation.v1.Pair;
import dev.perennial.contracts.recommendation.v1.ProductCard;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.TrendingSearch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Recommendations in JSON, each with its evidence. */
final class RecommendationJson {

  private static final String EVIDENCE =
      "Why: its kind (boughtTogether, boughtBefore, similarity ...) and the figures of that kind";

  record ItemView(
      @Schema(description = "To be sent as recommendation_id with events about the item")
          String recommendationId,
      String productId,
      String name,
      double score,
      @Schema(description = "The strategy that served it; absent when it is pinned")
          @Nullable String strategy,
      boolean pinned,
      @Nullable BigDecimal price,
      @Nullable String currency,
      @Nullable String brand,
      List<String> categories,
      @Nullable String url,
      @Nullable String imageUrl,
      @Schema(description = "Pieces at hand; absent when not tracked") @Nullable Long stock,
      @Schema(description = EVIDENCE) @Nullable Map<String, Object> evidence) {

    static ItemView of(Item item) {
      ProductCard card = item.getProduct();
      return new ItemView(
          item.getRecommendationId(),
          item.getProductId(),
          item.getName(),
          item.getScore(),
          Json.textOrNull(item.getStrategy()),
          item.getStrategy().isEmpty(),
          card.hasPriceMicros() ? Json.money(card.getPriceMicros()) : null,
          Json.textOrNull(card.getCurrency()),
          Json.textOrNull(card.getBrand()),
          card.getCategoriesList(),
          Json.textOrNull(card.getUrl()),
          Json.textOrNull(card.getImageUrl()),
          card.hasStock() ? card.getStock() : null,
          EvidenceJson.of(item.getReason()));
    }
  }

  record View(
      String recommendationId,
      @Nullable String placement,
      @Nullable String variant,
      List<ItemView> items,
      @Schema(description = "Orders that were counted") long orders) {

    static View of(Recommendation recommendation) {
      return new View(
          recommendation.getRecommendationId(),
          Json.textOrNull(recommendation.getPlacement()),
          Json.textOrNull(recommendation.getVariant()),
          recommendation.getItemsList().stream().map(ItemView::of).toList(),
          recommendation.getOrders());
    }
  }

  record LinkView(
      String strategy,
      @Schema(description = "0 when it is no candidate") double score,
      @Schema(description = "After boosts") double adjustedScore,
      @Schema(description = "Such as in-stock, price, not-bought, excluded") List<String> removedBy,
      @Schema(description = EVIDENCE) @Nullable Map<String, Object> evidence) {

    static LinkView of(ExplanationLink link) {
      return new LinkView(
          link.getStrategy(),
          link.getScore(),
          link.getAdjustedScore(),
          link.getRemovedByList(),
          EvidenceJson.of(link.getReason()));
    }
  }

  record ExplanationView(
      String productId,
      @Schema(
              description =
                  "SHOWN, PINNED, OUTRANKED (so many of its strategy are better), CHAIN_FULL (pins"
                      + " and strategies before it left no place), TOO_MANY_ALIKE (of its category"
                      + " or brand), BURIED, REMOVED (by the filters that the links name), TOO_WEAK"
                      + " (the links' evidence is too little), NO_CANDIDATE, AT_HAND (asked about)"
                      + " or UNKNOWN_PRODUCT")
          String verdict,
      @Schema(description = "From 1; 0 when it could not be shown at all") int position,
      @Schema(description = "When it is outranked: what the last one shown of its strategy has")
          @Nullable Double lastShownScore,
      @Schema(description = "What each strategy says of it, the first one first")
          List<LinkView> links,
      @Nullable String placement,
      @Schema(description = "The placement's variant that answers") @Nullable String variant) {

    static ExplanationView of(Explanation explanation) {
      return new ExplanationView(
          explanation.getProductId(),
          explanation.getVerdict().name(),
          explanation.getPosition(),
          explanation.getLastShownScore() == 0 ? null : explanation.getLastShownScore(),
          explanation.getLinksList().stream().map(LinkView::of).toList(),
          Json.textOrNull(explanation.getPlacement()),
          Json.textOrNull(explanation.getVariant()));
    }
  }

  record PairView(
      String productId,
      String name,
      String otherProductId,
      String otherName,
      long pairOrders,
      double support,
      double confidence,
      double lift) {

    static PairView of(Pair pair) {
      return new PairView(
          pair.getProductId(),
          pair.getName(),
          pair.getOtherProductId(),
          pair.getOtherName(),
          pair.getPairOrders(),
          pair.getSupport(),
          pair.getConfidence(),
          pair.getLift());
    }
  }

  record Pairs(List<PairView> pairs, long orders) {

    static Pairs of(ListTopPairsResponse response) {
      return new Pairs(
          response.getPairsList().stream().map(PairView::of).toList(), response.getOrders());
    }
  }

  /**
   * A search that trends.
   *
   * @param profiles that searched for it within the last hours
   * @param recent how often, once an hour of each profile
   */
  record SearchView(
      String query,
      long profiles,
      double score,
      long recent,
      int recentHours,
      long past,
      int pastHours,
      double timesAtLeast) {

    static SearchView of(TrendingSearch search) {
      var trend = search.getTrend();
      return new SearchView(
          search.getQuery(),
          search.getProfiles(),
          search.getScore(),
          trend.getRecentSessions(),
          trend.getRecentHours(),
          trend.getPastSessions(),
          trend.getPastHours(),
          trend.getTimesAtLeast());
    }
  }

  record Searches(List<SearchView> searches) {

    static Searches of(ListTrendingSearchesResponse response) {
      return new Searches(response.getSearchesList().stream().map(SearchView::of).toList());
    }
  }

  private RecommendationJson() {}
}
