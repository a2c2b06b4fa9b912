package dev.perennial.channel.message.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.perennial.channel.message.domain.Claim;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.template.domain.Content.ShownProducts;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesResponse;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.Recommendations;
import io.grpc.Status;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fetches the products that messages show: one call a workspace, strategy and limit. */
@ApplicationScoped
class RecommendationsFor {

  private final Recommendations service;

  RecommendationsFor(@GrpcClient("recommendation") Recommendations service) {
    this.service = service;
  }

  /**
   * By message, for those that show products.
   *
   * @return nothing for messages whose products could not be had now
   */
  Uni<Map<MessageKey, List<Map<String, Object>>>> fetch(Map<Claim, ShownProducts> wanted) {
    var calls =
        wanted.entrySet().stream()
            .collect(
                groupingBy(
                    entry -> new Call(entry.getKey().request().key().workspace(), entry.getValue()),
                    mapping(Map.Entry::getKey, toList())));
    return Multi.createFrom()
        .iterable(calls.entrySet())
        .onItem()
        .transformToUniAndConcatenate(call -> fetch(call.getKey(), call.getValue()))
        .collect()
        .in(HashMap::new, Map::putAll);
  }

  private Uni<Map<MessageKey, List<Map<String, Object>>>> fetch(Call call, List<Claim> claims) {
    return service
        .recommendForProfiles(call.request(claims))
        .map(response -> byMessage(response, claims))
        .onFailure()
        .recoverWithItem(failure -> {
          Log.warnf(
              "no recommendations for %d messages now: %s",
              claims.size(), Status.fromThrowable(failure).getCode());
          return Map.of();
        });
  }

  private static Map<MessageKey, List<Map<String, Object>>> byMessage(
      RecommendForProfilesResponse response, List<Claim> claims) {
    var found = new HashMap<MessageKey, List<Map<String, Object>>>();
    for (var claim : claims) {
      var items =
          response
              .getRecommendationsOrDefault(profile(claim), Recommendation.getDefaultInstance())
              .getItemsList();
      found.put(claim.request().key(), items.stream().map(RecommendationsFor::variables).toList());
    }
    return found;
  }

  /** What templates see of an item. */
  private static Map<String, Object> variables(Item item) {
    var evidence = item.getReason().getBoughtTogether();
    return Map.of(
        "product_id", item.getProductId(),
        "name", named(item.getName(), item.getProductId()),
        "evidence",
            Map.of(
                "seed_product_id", evidence.getSeedProductId(),
                "seed_name", named(evidence.getSeedName(), evidence.getSeedProductId()),
                "pair_orders", evidence.getPairOrders(),
                "seed_orders", evidence.getSeedOrders(),
                "item_orders", evidence.getItemOrders(),
                "orders", evidence.getOrders(),
                "support", evidence.getSupport(),
                "confidence", evidence.getConfidence(),
                "lift", evidence.getLift()));
  }

  private static String named(String name, String productId) {
    return name.isEmpty() ? productId : name;
  }

  private static String profile(Claim claim) {
    return claim.request().to().profileId().toString();
  }

  private record Call(String workspace, ShownProducts shown) {

    RecommendForProfilesRequest request(List<Claim> claims) {
      return RecommendForProfilesRequest.newBuilder()
          .setWorkspace(workspace)
          .setStrategy(shown.strategy())
          .setLimit(shown.limit())
          .addAllProfileIds(claims.stream().map(RecommendationsFor::profile).distinct().toList())
          .build();
    }
  }
}
