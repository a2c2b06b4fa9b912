package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is recommended to a person, and what sells best, from the stream to the answer. */
@QuarkusTest
class PersonServiceTest extends ServiceTest {

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();

  @Test
  void theNextBestIsWhatThePersonBuysAndWhatOthersAlikeBuy() {
    shop.buys(ann, "1", today() - 30, "tea");
    for (int i = 0; i < 3; i++) {
      shop.buys(UUID.randomUUID(), "o" + i, today() - 5, "tea", "jam");
    }
    awaitOrders(4);
    await()
        .untilAsserted(() -> {
          assertEquals(List.of("jam"), ids(nextBest().setExplore(1)));
          assertEquals(List.of("tea"), ids(nextBest().setExplore(0)));
          var both = items(nextBest().setExplore(0.5));
          assertEquals(List.of("tea", "jam"), both.stream().map(Item::getProductId).toList());
          assertEquals(1, both.get(0).getReason().getBoughtBefore().getOrders());
          var alike = both.get(1).getReason().getBoughtByAlike();
          assertEquals("tea", alike.getSeedProductId());
          assertEquals(3, alike.getCommonBuyers());
          assertEquals(4, alike.getSeedBuyers());
          assertTrue(alike.getSeason() > 0.95);
        });
  }

  @Test
  void whatRunsOutComesWithTheTimeWhenItIsDue() {
    for (int i = 0; i < 4; i++) {
      shop.buys(ann, "" + i, today() - 100 + 20 * i, "tea");
    }
    awaitOrders(4);
    await()
        .untilAsserted(() -> {
          var due = items(request("buy-again"));
          assertEquals(List.of("tea"), due.stream().map(Item::getProductId).toList());
          var reason = due.getFirst().getReason().getRunsOut();
          assertEquals(4, reason.getOrders());
          assertEquals(Duration.ofDays(20).toSeconds(), reason.getInterval().getSeconds());
          assertEquals(
              reason.getLastBoughtAt().getSeconds() + reason.getInterval().getSeconds(),
              reason.getDueAt().getSeconds());
        });
  }

  @Test
  void whatSellsBestInACountryFollowsWhereItsBuyersLive() {
    shop.changes(ann, "{\"country\": \"FR\"}");
    shop.buys(ann, "1", today(), "wine");
    shop.buys(ann, "2", today(), "wine");
    shop.buys(bob, "3", today(), "beer");
    shop.changes(bob, "{\"address\": {\"city\": \"Bonn\", \"country\": \"DE\"}}");
    awaitOrders(3);
    await()
        .untilAsserted(() -> {
          assertEquals(List.of("beer"), ids(bestSellers().setCountry("de")));
          assertEquals(List.of("wine"), ids(bestSellers().setCountry("FR")));
          assertEquals(List.of("wine", "beer"), ids(bestSellers()));
          assertEquals(2, items(bestSellers()).getFirst().getReason().getBestSeller().getOrders());
        });
    shop.changes(bob, "{\"country\": \"FR\"}");
    await()
        .untilAsserted(() -> {
          assertEquals(List.of("wine", "beer"), ids(bestSellers().setCountry("FR")));
          assertEquals(List.of(), ids(bestSellers().setCountry("DE")));
        });
  }

  @Test
  void ofAnErasedPersonNothingIsLeft() {
    shop.changes(ann, "{\"country\": \"FR\"}");
    shop.buys(ann, "1", today() - 1, "tea");
    shop.buys(bob, "2", today() - 1, "cup");
    awaitOrders(2);
    await().untilAsserted(() -> assertEquals(List.of("tea"), ids(nextBest())));
    shop.isErased(ann);
    await()
        .untilAsserted(() -> {
          assertEquals(List.of(), ids(nextBest()));
          assertEquals(List.of(), ids(bestSellers().setCountry("FR")));
          assertEquals(List.of("cup"), ids(bestSellers()));
        });
  }

  private RecommendRequest.Builder nextBest() {
    return request("next-best");
  }

  private RecommendRequest.Builder bestSellers() {
    return request("best-sellers").clearProfileId();
  }

  private RecommendRequest.Builder request(String strategy) {
    return RecommendRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setStrategy(strategy)
        .setProfileId(ann.toString());
  }

  private List<Item> items(RecommendRequest.Builder request) {
    return recommendations.recommend(request.build()).getItemsList();
  }

  private List<String> ids(RecommendRequest.Builder request) {
    return items(request).stream().map(Item::getProductId).toList();
  }
}
