package dev.perennial.recommendation.serving.api;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.Contrast;
import dev.perennial.contracts.recommendation.v1.ListTrendingSearchesResponse;
import dev.perennial.contracts.recommendation.v1.LookedAt;
import dev.perennial.contracts.recommendation.v1.NextClick;
import dev.perennial.contracts.recommendation.v1.Similarity;
import dev.perennial.contracts.recommendation.v1.Trend;
import dev.perennial.contracts.recommendation.v1.TrendingSearch;
import dev.perennial.recommendation.popular.domain.TrendingSearches;
import dev.perennial.recommendation.serving.domain.Evidence;
import java.time.Instant;
import java.util.List;

/** Evidence of what people look at, in the words of the contract. */
final class BrowseReasons {

  private BrowseReasons() {}

  static NextClick nextClick(Evidence.NextClick next) {
    return NextClick.newBuilder()
        .setSessions(next.sessions())
        .setSimilarSessions(next.similarSessions())
        .setLikeProductId(next.likeProduct().orElse(""))
        .setLikeness(next.likeness())
        .build();
  }

  static LookedAt lookedAt(Evidence.LookedAt seen) {
    return LookedAt.newBuilder().setLastAt(timestamp(seen.lastAt())).setTimes(seen.times()).build();
  }

  static Similarity similarity(Evidence.Similar similar) {
    var content = similar.content();
    return Similarity.newBuilder()
        .setSeedProductId(similar.seed())
        .setSeedName(similar.seedName())
        .setCommonSessions(similar.commonSessions())
        .setCommonOrders(similar.commonOrders())
        .setBehaviour(similar.behaviour())
        .setBehaviourWeight(similar.behaviourWeight())
        .setContent(content.score())
        .setText(content.text())
        .setCategory(content.category())
        .setBrand(content.brand())
        .setPrice(content.price())
        .build();
  }

  static Contrast contrast(Evidence.Contrast contrast) {
    return Contrast.newBuilder()
        .setSeedProductId(contrast.seed())
        .setSeedName(contrast.seedName())
        .setCommonSessions(contrast.commonSessions())
        .setExpectedSessions(contrast.expectedSessions())
        .setCommonOrders(contrast.commonOrders())
        .setExpectedOrders(contrast.expectedOrders())
        .setRatioAtLeast(contrast.ratioAtLeast())
        .build();
  }

  static Trend trend(Evidence.Trend trend) {
    return Trend.newBuilder()
        .setRecentSessions(trend.recent())
        .setRecentHours(trend.recentHours())
        .setPastSessions(trend.past())
        .setPastHours(trend.pastHours())
        .setTimesAtLeast(trend.timesAtLeast())
        .build();
  }

  static ListTrendingSearchesResponse searches(List<TrendingSearches.Trend> trends) {
    var answer = ListTrendingSearchesResponse.newBuilder();
    trends.forEach(trend ->
        answer.addSearches(
            TrendingSearch.newBuilder()
                .setQuery(trend.query())
                .setProfiles(trend.profiles())
                .setScore(trend.score())
                .setTrend(trend(trend.evidence()))));
    return answer.build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
