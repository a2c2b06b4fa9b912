package dev.perennial.recommendation.shop.app;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ShopsTest {

  private static final String SHOP = "shop";

  private final Shops shops = new Shops();
  private final CountDownLatch copying = new CountDownLatch(1);
  private final CountDownLatch copied = new CountDownLatch(1);

  @Test
  void answersGoOnWhileACopyIsMadeAndOrdersWaitForIt()
      throws InterruptedException, ExecutionException, TimeoutException {
    buy(1);
    try (var threads = Executors.newCachedThreadPool()) {
      var copy = threads.submit(() -> shops.readLong(SHOP, this::copySlowly));
      assertTrue(copying.await(10, SECONDS));
      var fold = Thread.ofPlatform().start(() -> buy(2));
      await().until(() -> fold.getState() == Thread.State.WAITING);
      try {
        assertEquals(1, threads.submit(this::orders).get(10, SECONDS));
      } finally {
        copied.countDown();
      }
      assertEquals(1, copy.get(10, SECONDS));
      await().until(() -> orders() == 2);
    }
  }

  private int copySlowly(Shop shop) {
    copying.countDown();
    try {
      assertTrue(copied.await(30, SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return shop.baskets().orders();
  }

  private void buy(long id) {
    shops.write(
        SHOP, shop -> shop.baskets().put(new UUID(0, id), id, day(1), List.of("cup", "saucer")));
  }

  private int orders() {
    return shops.read(SHOP, shop -> shop.baskets().orders());
  }
}
