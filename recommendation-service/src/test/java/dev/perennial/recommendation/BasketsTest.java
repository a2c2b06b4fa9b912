package dev.perennial.recommendation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.shop.app.Feeds;
import dev.perennial.recommendation.shop.app.FoldChanges;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.together.domain.TopPairs;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of the stream counts, and what of it stays. */
@QuarkusTest
class BasketsTest extends ServiceTest {

  private final UUID customer = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @Inject Pool pool;
  @Inject @Any Instance<Feeds> features;

  @Test
  void eachOrderCountsItsPairs() {
    shop.buys(customer, "1", 1, "cup", "saucer", "spoon");
    shop.buys(customer, "2", 2, "cup", "saucer");
    awaitOrders(2);
    assertEquals(Set.of("cup+saucer 2", "cup+spoon 1", "saucer+spoon 1"), pairs());
  }

  @Test
  void aRefundSubtracts() {
    shop.buys(customer, "1", 1, "cup", "saucer", "spoon");
    shop.buys(customer, "2", 2, "cup", "saucer");
    shop.returns(customer, "1", 3, "cup");
    awaitPairs("cup+saucer 1", "saucer+spoon 1");
  }

  @Test
  void aRefundOfNoKnownOrderTakesFromTheLatest() {
    shop.buys(customer, "1", 1, "cup", "saucer");
    shop.buys(customer, "2", 2, "cup", "spoon");
    shop.returns(customer, "", 3, "cup");
    awaitPairs("cup+saucer 1");
  }

  @Test
  void aRefundWaitsForAnOrderThatComesLate() {
    shop.returns(customer, "", 3, "cup");
    shop.buys(customer, "1", 1, "cup", "saucer", "spoon");
    awaitPairs("saucer+spoon 1");
  }

  @Test
  void aRefundMovesToItsOrderOnceThatIsHeardOf() {
    shop.buys(customer, "1", 1, "cup", "saucer");
    awaitPairs("cup+saucer 1");
    shop.returns(customer, "2", 3, "cup");
    awaitPairs();
    shop.buys(customer, "2", 5, "cup", "spoon", "tray");
    awaitPairs("cup+saucer 1", "spoon+tray 1");
  }

  @Test
  void anOrderToldAgainKeepsWhatWasRefundedOfIt() {
    shop.buys(customer, "1", 1, "cup", "saucer");
    shop.returns(customer, "", 3, "cup");
    awaitOrders(1);
    awaitPairs();
    shop.buys(customer, "1", 9, "cup", "saucer", "spoon");
    awaitPairs("saucer+spoon 1");
  }

  @Test
  void anActivityThatComesTwiceCountsOnce() {
    var order = shop.buys(customer, "1", 1, "cup", "saucer");
    shop.publish(order);
    shop.publish(order);
    shop.buys(customer, "2", 2, "last");
    awaitOrders(2);
    assertEquals(Set.of("cup+saucer 1"), pairs());
  }

  @Test
  void anOrderOfNoValueDoesNotCount() {
    shop.buysForNothing(customer, "1", 1, "cup", "saucer");
    shop.buys(customer, "2", 2, "last");
    awaitOrders(1);
    assertEquals(Set.of(), pairs());
  }

  @Test
  void productIdsMayHoldAnyCharacter() {
    shop.buys(customer, "1", 1, "a\"b", "c\\d", "e,{f}", "NULL");
    awaitOrders(1);
    assertEquals(6, pairs().size());
    assertTrue(pairs().contains("a\"b+c\\d 1"));
  }

  @Test
  void anErasedProfileLeavesNothingBehind() {
    shop.buys(customer, "1", 1, "cup", "saucer");
    shop.returns(customer, "1", 2, "spoon");
    shop.buys(UUID.randomUUID(), "2", 1, "cup", "spoon");
    awaitOrders(2);
    shop.isErased(customer);
    awaitPairs("cup+spoon 1");
    assertEquals(0, rowsOf("purchase", customer));
    assertEquals(0, rowsOf("refund", customer));
  }

  @Test
  void aMergedProfilesOrdersCountOnceUnderTheOneThatAbsorbedIt() {
    var order = shop.buys(customer, "1", 1, "cup", "saucer");
    var winner = UUID.randomUUID();
    shop.buys(winner, "2", 1, "cup", "saucer");
    awaitOrders(2);
    shop.isMergedInto(customer, winner);
    shop.replays(order, winner);
    shop.buys(winner, "3", 1, "last");
    awaitOrders(3);
    await().untilAsserted(() -> assertEquals(Set.of("cup+saucer 2"), pairs()));
    assertEquals(0, rowsOf("purchase", customer));
  }

  @Test
  void aReplicaThatStartsCountsTheSame() {
    shop.buys(customer, "1", 1, "cup=Cup", "saucer=Saucer", "spoon=Spoon");
    shop.buys(customer, "2", 2, "cup", "saucer");
    shop.buys(other, "3", 2, "cup", "saucer");
    shop.returns(customer, "1", 3, "cup");
    shop.isErased(other);
    awaitPairs("cup+saucer 1", "saucer+spoon 1");

    var shops = new Shops();
    new FoldChanges(features.stream(), shops).catchUp();

    var ranking = shops.read(shop.workspace, one -> new TopPairs(one).strongest(100));
    var known = topPairs();
    assertEquals(known.getOrders(), ranking.orders());
    assertEquals(
        known.getPairsList().stream()
            .map(pair -> pair.getName() + "+" + pair.getOtherName() + " " + pair.getPairOrders())
            .toList(),
        ranking.pairs().stream()
            .map(pair -> pair.seedName() + "+" + pair.itemName() + " " + pair.counts().pairOrders())
            .toList());
  }

  private void awaitPairs(String... expected) {
    await().untilAsserted(() -> assertEquals(Set.of(expected), pairs()));
  }

  private long rowsOf(String table, UUID profile) {
    return pool.preparedQuery("select count(*) from " + table + " where profile_id = $1")
        .executeAndAwait(Tuple.of(profile))
        .iterator()
        .next()
        .getLong(0);
  }
}
