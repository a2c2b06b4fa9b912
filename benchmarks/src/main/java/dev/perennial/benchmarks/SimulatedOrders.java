package dev.perennial.benchmarks;

import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Orders of a shop that does not exist: of 1 to 9 products, two of three from one theme of a
 * hundred that go together, the others by popularity (Zipf's law), over a year. The same every
 * time.
 */
final class SimulatedOrders {

  private static final int THEME = 100;
  private static final int ORDERS_A_PROFILE = 5;
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final int SECONDS = 365 * 24 * 3600;

  private final List<String> products;
  private final Random random = new Random(7);

  SimulatedOrders(int products) {
    this.products = IntStream.range(0, products).mapToObj(i -> "product-" + i).toList();
  }

  void into(Shop shop, int count) {
    for (int i = 0; i < count; i++) {
      var at = FIRST.plusSeconds((long) i * SECONDS / count);
      shop.baskets().put(new UUID(0, i / ORDERS_A_PROFILE), i, at, order());
    }
  }

  private List<String> order() {
    int theme = popular() / THEME * THEME;
    int size = 1 + random.nextInt(9);
    var order = new ArrayList<String>(size);
    for (int i = 0; i < size; i++) {
      int within = theme + Math.min(random.nextInt(THEME), random.nextInt(THEME));
      int product = random.nextInt(3) < 2 ? Math.min(within, products.size() - 1) : popular();
      order.add(products.get(product));
    }
    return order;
  }

  /** The inverse of the distribution function of 1/rank, nearly. */
  private int popular() {
    return (int) Math.pow(products.size(), random.nextDouble()) - 1;
  }
}
