package dev.perennial.recommendation.serving.api;

import dev.perennial.contracts.recommendation.v1.ExplainRequest;
import dev.perennial.contracts.recommendation.v1.Explanation;
import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsRequest;
import dev.perennial.contracts.recommendation.v1.GetStrategyMetricsResponse;
import dev.perennial.contracts.recommendation.v1.ListBundlesRequest;
import dev.perennial.contracts.recommendation.v1.ListBundlesResponse;
import dev.perennial.contracts.recommendation.v1.ListStrategiesRequest;
import dev.perennial.contracts.recommendation.v1.ListStrategiesResponse;
import dev.perennial.contracts.recommendation.v1.ListTopPairsRequest;
import dev.perennial.contracts.recommendation.v1.ListTopPairsResponse;
import dev.perennial.contracts.recommendation.v1.ListTrendingSearchesRequest;
import dev.perennial.contracts.recommendation.v1.ListTrendingSearchesResponse;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesResponse;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.Recommendations;
import dev.perennial.recommendation.attribution.app.ReadStrategyMetrics;
import dev.perennial.recommendation.popular.app.ListTrendingSearches;
import dev.perennial.recommendation.serving.api.Requests.Asked;
import dev.perennial.recommendation.serving.app.LookUpNews;
import dev.perennial.recommendation.serving.app.Recommend;
import dev.perennial.recommendation.serving.app.Strategies;
import dev.perennial.recommendation.serving.app.WarmUp;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.together.app.ListBundles;
import dev.perennial.recommendation.together.app.ListTopPairs;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Products to show, over gRPC. Answering is work of the processor only, so off the event loop. */
@GrpcService
@Blocking
public class RecommendationsService implements Recommendations {

  private final Requests requests;
  private final Recommend recommend;
  private final LookUpNews news;
  private final ListTopPairs listTopPairs;
  private final ListTrendingSearches listTrendingSearches;
  private final ReadStrategyMetrics readMetrics;
  private final ListBundles listBundles;
  private final Strategies strategies;
  private final WarmUp warmUp;

  RecommendationsService(
      Requests requests,
      Recommend recommend,
      LookUpNews news,
      ListTopPairs listTopPairs,
      ListTrendingSearches listTrendingSearches,
      ReadStrategyMetrics readMetrics,
      ListBundles listBundles,
      Strategies strategies,
      WarmUp warmUp) {
    this.requests = requests;
    this.recommend = recommend;
    this.news = news;
    this.listTopPairs = listTopPairs;
    this.listTrendingSearches = listTrendingSearches;
    this.readMetrics = readMetrics;
    this.listBundles = listBundles;
    this.strategies = strategies;
    this.warmUp = warmUp;
  }

  @Override
  public Uni<Recommendation> recommend(RecommendRequest request) {
    return request.getWithOrders() ? answerWithOrders(request) : answer(request);
  }

  @Override
  public Uni<RecommendForProfilesResponse> recommendForProfiles(
      RecommendForProfilesRequest request) {
    Requests.profiles(request.getProfileIdsList());
    checkCaughtUp();
    var question = ofEach(request);
    requests.checkForPeople(question.build());
    var asked =
        request.getProfileIdsList().stream()
            .map(id -> requests.asked(question.setProfileId(id).build()))
            .toList();
    return news.into(request.getWorkspace(), asked.stream().map(Asked::ask).toList())
        .map(asks -> {
          var answer = RecommendForProfilesResponse.newBuilder();
          for (int i = 0; i < asks.size(); i++) {
            var best = recommend.best(request.getWorkspace(), asked.get(i).counted(), asks.get(i));
            answer.putRecommendations(request.getProfileIds(i), Answers.recommendation(best));
          }
          return answer.build();
        });
  }

  @Override
  public Uni<ListStrategiesResponse> listStrategies(ListStrategiesRequest request) {
    return Uni.createFrom().item(StrategyAnswers.strategies(strategies.all()));
  }

  @Override
  public Uni<Explanation> explain(ExplainRequest request) {
    if (request.getProductId().isEmpty()) {
      throw Refusals.invalid("/product_id", "is required");
    }
    checkCaughtUp();
    var asked = requests.asked(request.getRequest());
    String workspace = request.getRequest().getWorkspace();
    return withNews(workspace, asked)
        .chain(ask -> recommend.explain(workspace, ask, request.getProductId()))
        .map(found ->
            OrderIds.into(Explanations.explanation(asked.arm(), found.answer()), found.orders()));
  }

  @Override
  public Uni<ListTopPairsResponse> listTopPairs(ListTopPairsRequest request) {
    Requests.workspace(request.getWorkspace());
    int limit = Requests.limit(request.getLimit());
    checkCaughtUp();
    var ranking = listTopPairs.strongest(request.getWorkspace(), limit);
    return Uni.createFrom().item(Answers.topPairs(ranking));
  }

  @Override
  public Uni<ListBundlesResponse> listBundles(ListBundlesRequest request) {
    Requests.workspace(request.getWorkspace());
    int limit = Requests.limit(request.getLimit());
    checkCaughtUp();
    var product = Optional.of(request.getProductId()).filter(id -> !id.isEmpty());
    var found = listBundles.strongest(request.getWorkspace(), product, request.getInStock(), limit);
    return Uni.createFrom().item(BundleAnswers.bundles(found));
  }

  @Override
  public Uni<ListTrendingSearchesResponse> listTrendingSearches(
      ListTrendingSearchesRequest request) {
    Requests.workspace(request.getWorkspace());
    int limit = Requests.limit(request.getLimit());
    checkCaughtUp();
    var trends = listTrendingSearches.strongest(request.getWorkspace(), limit);
    return Uni.createFrom().item(BrowseReasons.searches(trends));
  }

  @Override
  public Uni<GetStrategyMetricsResponse> getStrategyMetrics(GetStrategyMetricsRequest request) {
    Requests.workspace(request.getWorkspace());
    var first = Days.day("/from", request.getFrom());
    var last = Days.day("/to", request.getTo());
    Days.checkSpan(first, last);
    checkCaughtUp();
    return readMetrics.between(request.getWorkspace(), first, last).map(MetricAnswers::metrics);
  }

  private Uni<Recommendation> answer(RecommendRequest request) {
    checkCaughtUp();
    var asked = requests.asked(request);
    return withNews(request.getWorkspace(), asked)
        .map(ask ->
            Answers.recommendation(recommend.best(request.getWorkspace(), asked.counted(), ask)));
  }

  private Uni<Recommendation> answerWithOrders(RecommendRequest request) {
    checkCaughtUp();
    var asked = requests.asked(request);
    return withNews(request.getWorkspace(), asked)
        .chain(ask -> recommend.bestWithOrders(request.getWorkspace(), asked.counted(), ask))
        .map(found -> OrderIds.into(Answers.recommendation(found.answer()), found.orders()));
  }

  private Uni<Ask> withNews(String workspace, Asked asked) {
    return news.into(workspace, List.of(asked.ask())).map(List::getFirst);
  }

  /** What is asked about each of the profiles. */
  private static RecommendRequest.Builder ofEach(RecommendForProfilesRequest request) {
    return RecommendRequest.newBuilder()
        .setWorkspace(request.getWorkspace())
        .setStrategy(request.getStrategy())
        .addAllFallbacks(request.getFallbacksList())
        .setPlacement(request.getPlacement())
        .setRules(request.getRules())
        .setLimit(request.getLimit());
  }

  private void checkCaughtUp() {
    if (!warmUp.isDone()) {
      throw Refusals.catchingUp();
    }
  }
}
