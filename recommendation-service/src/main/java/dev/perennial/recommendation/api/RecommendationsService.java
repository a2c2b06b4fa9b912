package dev.perennial.recommendation.api;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.recommendation.v1.ListTopPairsRequest;
import dev.perennial.contracts.recommendation.v1.ListTopPairsResponse;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesResponse;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.Recommendations;
import dev.perennial.recommendation.app.FollowChanges;
import dev.perennial.recommendation.app.ListTopPairs;
import dev.perennial.recommendation.app.Recommend;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;

/** Products to show, over gRPC. Answering is work of the processor only, so off the event loop. */
@GrpcService
@Blocking
public class RecommendationsService implements Recommendations {

  private final Recommend recommend;
  private final ListTopPairs listTopPairs;
  private final FollowChanges following;

  RecommendationsService(Recommend recommend, ListTopPairs listTopPairs, FollowChanges following) {
    this.recommend = recommend;
    this.listTopPairs = listTopPairs;
    this.following = following;
  }

  @Override
  public Uni<Recommendation> recommend(RecommendRequest request) {
    Rules.workspace(request.getWorkspace());
    Rules.strategy(request.getStrategy());
    Rules.seeds(request.getProductIdsList(), request.getProfileId());
    int limit = Rules.limit(request.getLimit());
    checkCaughtUp();
    var excluded = Set.copyOf(request.getExcludedProductIdsList());
    var found =
        request.getProfileId().isEmpty()
            ? recommend.forProducts(
                request.getWorkspace(), request.getProductIdsList(), excluded, limit)
            : recommend.forProfile(
                request.getWorkspace(),
                Rules.profile("/profile_id", request.getProfileId()),
                excluded,
                limit);
    return Uni.createFrom().item(Answers.recommendation(found));
  }

  @Override
  public Uni<RecommendForProfilesResponse> recommendForProfiles(
      RecommendForProfilesRequest request) {
    Rules.workspace(request.getWorkspace());
    Rules.strategy(request.getStrategy());
    Rules.profiles(request.getProfileIdsList());
    int limit = Rules.limit(request.getLimit());
    checkCaughtUp();
    var profiles = new LinkedHashMap<String, UUID>();
    for (int i = 0; i < request.getProfileIdsCount(); i++) {
      String id = request.getProfileIds(i);
      profiles.put(id, Rules.profile("/profile_ids/" + i, id));
    }
    var found = recommend.forProfiles(request.getWorkspace(), profiles.values(), limit);
    var answer = RecommendForProfilesResponse.newBuilder();
    for (var entry : profiles.entrySet()) {
      var recommended = requireNonNull(found.get(entry.getValue()));
      answer.putRecommendations(entry.getKey(), Answers.recommendation(recommended));
    }
    return Uni.createFrom().item(answer.build());
  }

  @Override
  public Uni<ListTopPairsResponse> listTopPairs(ListTopPairsRequest request) {
    Rules.workspace(request.getWorkspace());
    int limit = Rules.limit(request.getLimit());
    checkCaughtUp();
    var ranking = listTopPairs.strongest(request.getWorkspace(), limit);
    return Uni.createFrom().item(Answers.topPairs(ranking));
  }

  private void checkCaughtUp() {
    if (!following.hasCaughtUp()) {
      throw Rules.catchingUp();
    }
  }
}
