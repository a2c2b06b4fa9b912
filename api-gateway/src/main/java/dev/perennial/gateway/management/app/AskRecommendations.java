package dev.perennial.gateway.management.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.recommendation.v1.ExplainRequest;
import dev.perennial.contracts.recommendation.v1.Explanation;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Recommendation;
import dev.perennial.contracts.recommendation.v1.Recommendations;
import io.grpc.Status;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Asks for recommendations to a person. The id of a profile goes straight on; an identifier is
 * looked up first.
 */
@ApplicationScoped
public class AskRecommendations {

  private static final Set<Status.Code> AWAY =
      Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

  private final Recommendations recommendations;
  private final FindProfile findProfile;

  AskRecommendations(
      @GrpcClient("recommendation") Recommendations recommendations, FindProfile findProfile) {
    this.recommendations = recommendations;
    this.findProfile = findProfile;
  }

  /**
   * What to show. While identifiers cannot be looked up, a question that makes sense without the
   * person is answered without: a page shows what a visitor would see rather than nothing.
   *
   * @param person empty for nobody
   * @param question without workspace and profile
   */
  public Uni<Recommendation> best(
      String workspace, String person, RecommendRequest.Builder question) {
    question.setWorkspace(workspace);
    return profileId(workspace, person)
        .onItemOrFailure()
        .transformToUni((id, failure) ->
            failure == null
                ? recommendations.recommend(question.setProfileId(id).build())
                : withoutPerson(question.build(), failure));
  }

  /** Fails with what keeps the person from being known when the question is about that person. */
  private Uni<Recommendation> withoutPerson(RecommendRequest question, Throwable failure) {
    return AWAY.contains(code(failure))
        ? recommendations
            .recommend(question)
            .onFailure(refused -> code(refused) == Status.Code.INVALID_ARGUMENT)
            .transform(_ -> failure)
        : Uni.createFrom().failure(failure);
  }

  private static Status.Code code(Throwable failure) {
    return Status.fromThrowable(failure).getCode();
  }

  /** Why a product is, or is not, among the items. */
  public Uni<Explanation> explain(
      String workspace, String person, RecommendRequest.Builder question, String productId) {
    return profileId(workspace, person)
        .chain(id ->
            recommendations.explain(
                ExplainRequest.newBuilder()
                    .setRequest(question.setWorkspace(workspace).setProfileId(id))
                    .setProductId(productId)
                    .build()));
  }

  private Uni<String> profileId(String workspace, String person) {
    return FindProfile.isIdentifier(person)
        ? findProfile
            .find(workspace, person)
            .map(Profile::getProfileId)
            .onFailure(failure -> code(failure) == Status.Code.NOT_FOUND)
            .recoverWithItem(() -> newcomer(person))
        : Uni.createFrom().item(person);
  }

  /**
   * A page has something to show to someone who is not known yet: an id that nothing is known of,
   * the same each time, so that a placement's variant stays the same as well.
   */
  private static String newcomer(String person) {
    return UUID.nameUUIDFromBytes(person.getBytes(UTF_8)).toString();
  }
}
