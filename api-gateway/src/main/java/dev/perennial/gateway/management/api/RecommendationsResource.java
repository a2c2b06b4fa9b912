package dev.perennial.gateway.management.api;

import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsRequest;
import dev.perennial.contracts.recommendation.v1.ListBundlesRequest;
import dev.perennial.contracts.recommendation.v1.ListStrategiesRequest;
import dev.perennial.contracts.recommendation.v1.ListTopPairsRequest;
import dev.perennial.contracts.recommendation.v1.ListTrendingSearchesRequest;
import dev.perennial.contracts.recommendation.v1.Recommendations;
import dev.perennial.gateway.api.Body;
import dev.perennial.gateway.domain.InvalidRequestException;
import dev.perennial.gateway.management.app.AskRecommendations;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import dev.perennial.gateway.workspace.api.Reads;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@KeyRequired
@Paced
@Path("/api/v1/recommendations")
@Tag(name = "recommendations", description = RecommendationsResource.ABOUT)
public class RecommendationsResource {

  static final String ABOUT =
      "Products to show, each with the evidence for it. Asked by your server, which has a secret"
          + " key and hands the items on: a page or an app has none, as whoever looks at it would"
          + " have it too";

  private final Recommendations recommendations;
  private final AskRecommendations ask;
  private final Caller caller;

  RecommendationsResource(
      @GrpcClient("recommendation") Recommendations recommendations,
      AskRecommendations ask,
      Caller caller) {
    this.recommendations = recommendations;
    this.ask = ask;
    this.caller = caller;
  }

  @GET
  @Path("/strategies")
  @Operation(summary = "The strategies that there are, what each goes by and what it shows")
  public Uni<StrategyJson.Page> strategies() {
    return recommendations
        .listStrategies(ListStrategiesRequest.getDefaultInstance())
        .map(StrategyJson.Page::of);
  }

  @GET
  @Path("/{strategy}")
  @Operation(
      summary = "What a strategy shows for products, a person, the clicks of a visit, or all")
  public Uni<RecommendationJson.View> recommend(
      @Parameter(description = "One of GET /api/v1/recommendations/strategies") String strategy,
      @BeanParam RecommendParameters parameters) {
    var question = parameters.toContract().setStrategy(strategy);
    return GrpcProblems.naming(
        ask.best(caller.workspace(), parameters.profile, question).map(RecommendationJson.View::of),
        RecommendParameters::name);
  }

  @POST
  @Reads
  @Operation(summary = "The same with all rules: pins, preferences, margins, diversity")
  public Uni<RecommendationJson.View> recommend(@Nullable RecommendJson body) {
    var question = Body.required(body);
    return GrpcProblems.naming(
        ask.best(caller.workspace(), question.person(), question.toContract(""))
            .map(RecommendationJson.View::of),
        field -> RecommendJson.pointer("", field));
  }

  @POST
  @Reads
  @Path("/explain")
  @Operation(summary = "Why a product is, or is not, among the items of the same question")
  public Uni<RecommendationJson.ExplanationView> explain(RecommendJson.@Nullable Explain body) {
    var asked = Body.required(body);
    if (asked.request() == null) {
      throw new InvalidRequestException("/request", "is required");
    }
    var question = asked.request();
    String product = Objects.requireNonNullElse(asked.productId(), "");
    return GrpcProblems.naming(
        ask.explain(caller.workspace(), question.person(), question.toContract("/request"), product)
            .map(RecommendationJson.ExplanationView::of),
        field ->
            field.equals("/product_id") ? "/productId" : RecommendJson.pointer("/request", field));
  }

  @GET
  @Path("/pairs")
  @Operation(summary = "The pairs of products that most orders hold")
  public Uni<RecommendationJson.Pairs> pairs(@QueryParam("limit") @DefaultValue("10") int limit) {
    var request =
        ListTopPairsRequest.newBuilder().setWorkspace(caller.workspace()).setLimit(Limit.of(limit));
    return recommendations.listTopPairs(request.build()).map(RecommendationJson.Pairs::of);
  }

  @GET
  @Path("/bundles")
  @Operation(summary = "Sets of three to five products that orders hold together")
  public Uni<BundleJson.View> bundles(
      @QueryParam("product") @DefaultValue("") String product,
      @QueryParam("in_stock") @DefaultValue("false") String inStock,
      @QueryParam("limit") @DefaultValue("10") int limit) {
    var request =
        ListBundlesRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setProductId(product)
            .setInStock(RecommendParameters.flag("in_stock", inStock))
            .setLimit(Limit.of(limit));
    return recommendations.listBundles(request.build()).map(BundleJson.View::of);
  }

  @GET
  @Path("/searches")
  @Operation(summary = "What is searched for more than before; only what three people searched for")
  public Uni<RecommendationJson.Searches> searches(
      @QueryParam("limit") @DefaultValue("10") int limit) {
    var request =
        ListTrendingSearchesRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setLimit(Limit.of(limit));
    return recommendations
        .listTrendingSearches(request.build())
        .map(RecommendationJson.Searches::of);
  }

  @GET
  @Path("/metrics")
  @Operation(
      summary = "What became of what was shown, by placement, variant and strategy",
      description = "Days are UTC and both included")
  public Uni<StrategyMetricsJson.View> metrics(
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to) {
    var request =
        GetStrategyMetricsRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setFrom(from)
            .setTo(to);
    return GrpcProblems.naming(
        recommendations.getStrategyMetrics(request.build()).map(StrategyMetricsJson.View::of),
        field -> field.substring(1));
  }
}
