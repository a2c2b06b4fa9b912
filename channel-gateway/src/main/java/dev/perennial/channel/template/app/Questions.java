package dev.perennial.channel.template.app;

import dev.perennial.channel.template.domain.Content.ShownProducts;
import dev.perennial.contracts.recommendation.v1.RecommendForProfilesRequest;
import io.grpc.Status;
import java.util.Collection;

/** What recommendation-service is asked for the products of a template. */
public final class Questions {

  private Questions() {}

  /**
   * As the service takes it.
   *
   * @param profileIds 1 to 500
   */
  public static RecommendForProfilesRequest of(
      String workspace, ShownProducts shown, Collection<String> profileIds) {
    var request =
        RecommendForProfilesRequest.newBuilder()
            .setWorkspace(workspace)
            .setStrategy(shown.strategy())
            .addAllFallbacks(shown.fallbacks())
            .setPlacement(shown.placement())
            .setLimit(shown.limit())
            .addAllProfileIds(profileIds);
    if (!shown.rules().isEmpty()) {
      request.setRules(RulesText.read(shown.rules()));
    }
    return request.build();
  }

  /** Whether the same question will be refused again, however often it is asked. */
  public static boolean isRefusal(Throwable failure) {
    return switch (Status.fromThrowable(failure).getCode()) {
      case INVALID_ARGUMENT, NOT_FOUND -> true;
      default -> false;
    };
  }
}
