package dev.perennial.channel.message.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.perennial.channel.message.app.shown.Card;
import dev.perennial.channel.message.domain.Claim;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.template.app.Questions;
import dev.perennial.channel.template.domain.Content.ShownProducts;
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
import java.util.function.Function;

/** Fetches the products that messages show: one call a workspace and question. */
@ApplicationScoped
class RecommendationsFor {

  private final Recommendations service;

  RecommendationsFor(@GrpcClient("recommendation") Recommendations service) {
    this.service = service;
  }

  /** By message, for those that show products. */
  Uni<Map<MessageKey, Shown>> fetch(Map<Claim, ShownProducts> wanted) {
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

  private Uni<Map<MessageKey, Shown>> fetch(Call call, List<Claim> claims) {
    return service
        .recommendForProfiles(call.request(claims))
        .map(response -> byMessage(claims, claim -> items(response, claim)))
        .onFailure()
        .recoverWithItem(failure -> {
          Log.warnf(
              "no recommendations for %d messages: %s",
              claims.size(), Status.fromThrowable(failure).getCode());
          return byMessage(claims, _ -> without(failure));
        });
  }

  private static Map<MessageKey, Shown> byMessage(
      List<Claim> claims, Function<Claim, Shown> shown) {
    return claims.stream().collect(toMap(claim -> claim.request().key(), shown));
  }

  private static Shown items(RecommendForProfilesResponse response, Claim claim) {
    var found =
        response.getRecommendationsOrDefault(profile(claim), Recommendation.getDefaultInstance());
    return new Shown.Items(found.getItemsList().stream().map(Card::of).toList());
  }

  /** What was asked holds nothing of the person, so the reason does not either. */
  private static Shown without(Throwable failure) {
    return Questions.isRefusal(failure)
        ? new Shown.Refused(
            "recommendations are refused: " + Status.fromThrowable(failure).getDescription())
        : new Shown.Away();
  }

  private static String profile(Claim claim) {
    return claim.request().to().profileId().toString();
  }

  private record Call(String workspace, ShownProducts shown) {

    RecommendForProfilesRequest request(List<Claim> claims) {
      return Questions.of(
          workspace, shown, claims.stream().map(RecommendationsFor::profile).distinct().toList());
    }
  }
}
