package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.session.domain.NextInSession;
import dev.perennial.recommendation.session.domain.RecentlyViewed;
import dev.perennial.recommendation.shop.app.Feeds;
import dev.perennial.recommendation.shop.app.FoldChanges;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.shop.domain.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of the stream says what people look at, and what is answered from it. */
@QuarkusTest
class BrowsingServiceTest extends ServiceTest {

  private static final String VIEWED = "Product Viewed";

  private final UUID customer = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @Inject Pool pool;
  @Inject @Any Instance<Feeds> features;

  @Test
  void whatWasViewedIsAnsweredTheLastFirst() {
    shop.does(customer, VIEWED, 1, "cup");
    shop.does(customer, "Product Clicked", 2, "plate");
    shop.does(customer, "Product Added", 3, "tray");
    shop.does(other, VIEWED, 4, "lamp");
    shop.does(customer, VIEWED, 5, "spoon");
    awaitViewed(customer, "spoon", "plate", "cup");
    var seen = recentlyViewed(customer).getFirst().getReason().getLookedAt();
    assertEquals(1, seen.getTimes());
  }

  @Test
  void aLateEventIsPutWhereItBelongs() {
    shop.does(customer, VIEWED, 5, "cup");
    awaitViewed(customer, "cup");
    shop.does(customer, VIEWED, 1, "plate");
    shop.does(customer, VIEWED, 3, "spoon");
    awaitViewed(customer, "cup", "spoon", "plate");
  }

  @Test
  void whatBecameOfAMessageIsNoViewUnlessItIsAClick() {
    shop.outcome(customer, VIEWED, 1, "cup");
    shop.outcome(customer, "Product Clicked", 2, "plate");
    shop.does(customer, VIEWED, 3, "spoon");
    awaitViewed(customer, "spoon", "plate");
  }

  @Test
  void anActivityThatComesTwiceCountsOnce() {
    var view = shop.does(customer, VIEWED, 1, "cup");
    shop.publish(view);
    shop.does(customer, VIEWED, 2, "plate");
    awaitViewed(customer, "plate", "cup");
    assertEquals(1, recentlyViewed(customer).getLast().getReason().getLookedAt().getTimes());
  }

  @Test
  void clicksOfAVisitorAreFollowedByWhatOthersLookedAtAfterThem() {
    shop.does(customer, VIEWED, 1, "tea");
    shop.does(customer, VIEWED, 2, "cup");
    awaitViewed(customer, "cup", "tea");
    var items =
        recommendations
            .recommend(request(NextInSession.KEY).addClickedProductIds("tea").build())
            .getItemsList();
    assertEquals(List.of("cup"), items.stream().map(Item::getProductId).toList());
    assertEquals(1, items.getFirst().getReason().getNextClick().getSessions());
  }

  @Test
  void anErasedProfileLeavesNothingBehind() {
    shop.does(customer, VIEWED, 1, "cup");
    awaitViewed(customer, "cup");
    shop.isErased(customer);
    awaitViewed(customer);
    assertEquals(0, trailsOf(customer));
  }

  @Test
  void aMergedProfilesTrailGoesToTheOneThatAbsorbedIt() {
    var view = shop.does(customer, VIEWED, 1, "cup");
    shop.does(other, VIEWED, 2, "plate");
    awaitViewed(customer, "cup");
    shop.isMergedInto(customer, other);
    shop.replays(view, other);
    awaitViewed(other, "plate", "cup");
    awaitViewed(customer, "plate", "cup");
    assertEquals(0, trailsOf(customer));
  }

  @Test
  void aReplicaThatStartsAnswersTheSame() {
    for (int i = 0; i < 30; i++) {
      shop.does(i % 3 == 0 ? customer : other, VIEWED, 7 * i, "p" + i % 11);
    }
    shop.does(customer, VIEWED, 500, "last");
    shop.isErased(UUID.randomUUID());
    await()
        .untilAsserted(() -> assertEquals("last", recentlyViewed(customer).get(0).getProductId()));
    await().untilAsserted(() -> assertEquals(11, recentlyViewed(other).size()));

    var shops = new Shops();
    new FoldChanges(features.stream(), shops).catchUp();

    var now = Instant.parse("2026-01-02T00:00:00Z");
    var live = recentlyViewed(customer).stream().map(Item::getProductId).toList();
    var scores =
        shops.read(
            shop.workspace,
            one -> {
              var byId = new TreeMap<Double, String>();
              scores(one, now)
                  .forEach((product, score) -> byId.put(-score, one.products().id(product)));
              return List.copyOf(byId.values());
            });
    assertEquals(live, scores);
  }

  private Scores scores(Shop one, Instant now) {
    return new RecentlyViewed().candidates(one, Query.ofProfile(customer, now)).scores();
  }

  private void awaitViewed(UUID profile, String... products) {
    await()
        .untilAsserted(() ->
            assertEquals(
                List.of(products),
                recentlyViewed(profile).stream().map(Item::getProductId).toList()));
  }

  private List<Item> recentlyViewed(UUID profile) {
    return recommendations
        .recommend(request(RecentlyViewed.KEY).setProfileId(profile.toString()).build())
        .getItemsList();
  }

  private RecommendRequest.Builder request(String strategy) {
    return RecommendRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setStrategy(strategy)
        .setLimit(100);
  }

  private long trailsOf(UUID profile) {
    return pool.preparedQuery("select count(*) from trail where profile_id = $1")
        .executeAndAwait(Tuple.of(profile))
        .iterator()
        .next()
        .getLong(0);
  }
}
