package dev.perennial.gateway.management;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import dev.perennial.contracts.recommendation.v1.Bundle;
import dev.perennial.contracts.recommendation.v1.BundleProduct;
import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.ExplainRequest;
import dev.perennial.contracts.recommendation.v1.Explanation;
import dev.perennial.contracts.recommendation.v1.ExplanationLink;
import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsRequest;
import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsResponse;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.ListBundlesRequest;
import dev.perennial.contracts.recommendation.v1.ListBundlesResponse;
import dev.perennial.contracts.recommendation.v1.ListStrategiesRequest;
import dev.perennial.contracts.recommendation.v1.ListStrategiesResponse;
import dev.perennial.contracts.recommendation.v1.ListTopPairsRequest;
import dev.perennial.contracts.recommendation.v1.ListTopPairsResponse;
import dev.perennial.contracts.recommendation.v1.ListTrendingSearchesRequest;
import dev.perennial.contracts.recommendation.v1.ListTrendingSearchesResponse;
import dev.perennial.contracts.recommendation.v1.MutinyRecommendationsGrpc;
import dev.perennial.contracts.recommendation.v1.ProductCard;
import dev.perennial.contracts.recommendation.v1.Rate;
import dev.perennial.contracts.recommendation.v1.Reason;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.StrategyDescription;
import dev.perennial.contracts.recommendation.v1.StrategyMetrics;
import dev.perennial.contracts.recommendation.v1.StrategyNeed;
import dev.perennial.contracts.recommendation.v1.Trend;
import dev.perennial.contracts.recommendation.v1.TrendingSearch;
import dev.perennial.contracts.recommendation.v1.Verdict;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;

/** Answers with one item, whatever it is asked; its pairs are away. */
final class FakeRecommendations extends MutinyRecommendationsGrpc.RecommendationsImplBase {

  private static final AtomicReference<RecommendRequest> LAST =
      new AtomicReference<>(RecommendRequest.getDefaultInstance());

  static RecommendRequest last() {
    return requireNonNull(LAST.get());
  }

  @Override
  public Uni<Recommendation> recommend(RecommendRequest request) {
    LAST.set(request);
    return switch (request.getStrategy()) {
      case "broken" -> refused(request.getCategory(), "is not right");
      case "guess" -> refused("/strategy", "no such strategy; there are similar");
      case "missing" ->
          Uni.createFrom()
              .failure(FakeSegments.refused(Code.NOT_FOUND, "/fallbacks/0", "no such strategy"));
      case "for-a-person" -> refused("/profile_id", "is missing");
      default -> Uni.createFrom().item(answer(request.getWithOrders()));
    };
  }

  private static <T> Uni<T> refused(String field, String why) {
    return Uni.createFrom().failure(FakeSegments.invalid(field, why));
  }

  @Override
  public Uni<ListStrategiesResponse> listStrategies(ListStrategiesRequest request) {
    var strategy =
        StrategyDescription.newBuilder()
            .setKey("next-in-session")
            .setShows("What comes next")
            .addGoesBy(StrategyNeed.PROFILE)
            .addGoesBy(StrategyNeed.CLICKS);
    return Uni.createFrom()
        .item(ListStrategiesResponse.newBuilder().addStrategies(strategy).build());
  }

  @Override
  public Uni<Explanation> explain(ExplainRequest request) {
    LAST.set(request.getRequest());
    var link =
        ExplanationLink.newBuilder()
            .setStrategy("trending")
            .setScore(2)
            .setAdjustedScore(1)
            .addRemovedBy("in-stock");
    return request.getProductId().isEmpty()
        ? Uni.createFrom().failure(FakeSegments.invalid("/product_id", "is required"))
        : Uni.createFrom()
            .item(
                Explanation.newBuilder()
                    .setProductId(request.getProductId())
                    .setVerdict(Verdict.TOO_MANY_ALIKE)
                    .setPlacement("cart")
                    .setVariant("b")
                    .addLinks(link)
                    .build());
  }

  @Override
  public Uni<ListTopPairsResponse> listTopPairs(ListTopPairsRequest request) {
    return Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
  }

  @Override
  public Uni<ListBundlesResponse> listBundles(ListBundlesRequest request) {
    var bundle =
        Bundle.newBuilder()
            .addProducts(BundleProduct.newBuilder().setProductId(request.getProductId()))
            .addProducts(BundleProduct.newBuilder().setProductId("saucer").setName("Saucer"))
            .setBundleOrders(request.getInStock() ? 0 : request.getLimit())
            .setLift(9)
            .setPriceMicros(7_500_000)
            .setCurrency("EUR");
    return Uni.createFrom()
        .item(ListBundlesResponse.newBuilder().addBundles(bundle).setOrders(20).build());
  }

  @Override
  public Uni<ListTrendingSearchesResponse> listTrendingSearches(
      ListTrendingSearchesRequest request) {
    var trend = Trend.newBuilder().setRecentSessions(5).setRecentHours(24).setTimesAtLeast(2.5);
    var search = TrendingSearch.newBuilder().setQuery("cups").setProfiles(4).setTrend(trend);
    return Uni.createFrom()
        .item(ListTrendingSearchesResponse.newBuilder().addSearches(search).build());
  }

  @Override
  public Uni<GetStrategyMetricsResponse> getStrategyMetrics(GetStrategyMetricsRequest request) {
    if (request.getFrom().isEmpty()) {
      return Uni.createFrom().failure(FakeSegments.invalid("/from", "is a day"));
    }
    var metrics =
        StrategyMetrics.newBuilder()
            .setPlacement("home")
            .setVariant("a")
            .setStrategy("next-best")
            .setExposures(10)
            .setClicks(1)
            .setValueMicros(2_500_000)
            .setClickThrough(
                Rate.newBuilder()
                    .setValue(0.1)
                    .setNumerator(1)
                    .setDenominator(10)
                    .setLow(0.01)
                    .setHigh(0.4));
    return Uni.createFrom()
        .item(GetStrategyMetricsResponse.newBuilder().addMetrics(metrics).build());
  }

  private static Recommendation answer(boolean withOrders) {
    var evidence = Evidence.newBuilder().setSeedProductId("cup").setPairOrders(3);
    if (withOrders) {
      evidence.addOrderIds("1002").addOrderIds("1001");
    }
    var item =
        Item.newBuilder()
            .setProductId("saucer")
            .setName("Saucer")
            .setScore(0.5)
            .setStrategy("frequently-bought-together")
            .setRecommendationId("-.-.frequently-bought-together.x")
            .setReason(Reason.newBuilder().setBoughtTogether(evidence))
            .setProduct(
                ProductCard.newBuilder().setPriceMicros(12_500_000).setCurrency("EUR").setStock(4));
    return Recommendation.newBuilder().addItems(item).setOrders(7).setRecommendationId("r").build();
  }
}
