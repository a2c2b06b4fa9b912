package dev.perennial.recommendation.interest.app;

import dev.perennial.contracts.profile.v1.GetProfilesRequest;
import dev.perennial.contracts.profile.v1.GetProfilesResponse;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.Profiles;
import dev.perennial.recommendation.catalog.domain.Change;
import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.interest.store.Interests;
import dev.perennial.recommendation.interest.store.Interests.Interested;
import dev.perennial.recommendation.interest.store.ProductNews;
import dev.perennial.recommendation.interest.store.ProductNews.OfShard;
import dev.perennial.recommendation.interest.store.ProductNews.Open;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells those who are interested in a product the news of it, some hundreds at a time. */
@ApplicationScoped
public class TellInterested {

  /** As many as profile-service names in one call. */
  private static final int PAGE = 500;

  private final Pool pool;
  private final ProductNews news;
  private final Interests interests;
  private final Profiles profiles;
  private final InterestConfig config;

  TellInterested(
      Pool pool,
      ProductNews news,
      Interests interests,
      @GrpcClient("profile") Profiles profiles,
      InterestConfig config) {
    this.pool = pool;
    this.news = news;
    this.interests = interests;
    this.profiles = profiles;
    this.config = config;
  }

  /** A page of those to tell, and what they are known by. */
  public record Step(Open open, List<Interested> page, Map<UUID, Identifier> addresses) {

    private boolean isLast() {
      return page.size() < PAGE;
    }
  }

  /** A profile to tell, and by which identifier it is addressed. */
  public record Telling(Open open, UUID profile, News.Reason reason, Identifier about) {}

  /** Notes what of the changes is news, within the transaction that makes them. */
  public Uni<Void> announce(SqlConnection tx, List<Change> changes, List<Integer> shards) {
    var added = new ArrayList<OfShard>();
    for (int i = 0; i < changes.size(); i++) {
      int shard = shards.get(i);
      News.of(changes.get(i), config.minPriceDrop())
          .forEach(one -> added.add(new OfShard(one, shard)));
    }
    return added.isEmpty() ? Uni.createFrom().voidItem() : news.add(tx, added);
  }

  /** The next page of the oldest news of these shards. */
  public Uni<Optional<Step>> next(Set<Integer> shards) {
    return news.next(pool, shards)
        .chain(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : step(found.get()).map(Optional::of));
  }

  /** Goes on from there, within a transaction; nobody is told when another has done so before. */
  public Uni<List<Telling>> tell(SqlConnection tx, Step step) {
    Uni<Boolean> mine =
        step.isLast()
            ? news.close(tx, step.open())
            : news.advance(tx, step.open(), step.page().getLast().profile());
    return mine.chain(isMine -> isMine ? tellings(tx, step) : Uni.createFrom().item(List.of()));
  }

  /** Forgets some of the interest that is too old; says whether there may be more. */
  public Uni<Boolean> forgetOld(SqlConnection tx, Instant now) {
    return interests.deleteOld(tx, now, PAGE).map(deleted -> deleted == PAGE);
  }

  private Uni<Step> step(Open open) {
    return interests
        .page(pool, open.news(), open.toldUpTo(), config.window(), PAGE)
        .chain(page -> addresses(open, page).map(found -> new Step(open, page, found)));
  }

  private Uni<Map<UUID, Identifier>> addresses(Open open, List<Interested> page) {
    var ids =
        page.stream()
            .filter(one -> one.reason().isPresent())
            .map(one -> one.profile().toString())
            .toList();
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    var request =
        GetProfilesRequest.newBuilder()
            .setWorkspace(open.news().product().workspace())
            .addAllProfileIds(ids);
    return profiles.getProfiles(request.build()).map(TellInterested::addresses);
  }

  private static Map<UUID, Identifier> addresses(GetProfilesResponse response) {
    var addresses = new HashMap<UUID, Identifier>();
    for (Profile profile : response.getProfilesList()) {
      profile.getIdentifiersList().stream()
          .min(Comparator.comparingInt(TellInterested::rank))
          .ifPresent(about -> addresses.put(UUID.fromString(profile.getProfileId()), about));
    }
    return addresses;
  }

  /** The most lasting first. */
  private static int rank(Identifier identifier) {
    return switch (identifier.getType()) {
      case "user_id" -> 0;
      case "anonymous_id" -> 2;
      default -> 1;
    };
  }

  private Uni<List<Telling>> tellings(SqlConnection tx, Step step) {
    var known = step.addresses();
    return interests
        .still(tx, step.open().news().product(), known.keySet())
        .map(still ->
            step.page().stream()
                .filter(one -> still.contains(one.profile()))
                .flatMap(one ->
                    one.reason().stream()
                        .flatMap(reason ->
                            Optional.ofNullable(known.get(one.profile())).stream()
                                .map(about ->
                                    new Telling(step.open(), one.profile(), reason, about))))
                .toList());
  }
}
