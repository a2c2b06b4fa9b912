package dev.perennial.benchmarks;

import static java.util.Comparator.naturalOrder;

import dev.perennial.evaluation.retail.Invoice;
import dev.perennial.evaluation.retail.RetailFile;
import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.domain.Bundles;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.OrderMatrix;
import dev.perennial.recommendation.together.domain.TogetherModel;
import dev.perennial.recommendation.together.domain.Workers;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What knowing what is bought together costs, in memory and without a stack: on the orders of
 * Online Retail, then on a simulated shop of {@code PRODUCTS} and {@code ORDERS}.
 */
public final class RecommendationBenchmark {

  private static final ModelSettings SETTINGS = ModelSettings.DEFAULT;
  private static final int WARM_UPS = 5;
  private static final int RUNS = 9;

  private final PrintStream out = System.out;

  private RecommendationBenchmark() {}

  /** Both parts; the second takes some minutes and 8 GB. */
  public static void main(String[] args) throws IOException {
    var benchmark = new RecommendationBenchmark();
    benchmark.onlineRetail();
    benchmark.simulated(number("PRODUCTS", 100_000), number("ORDERS", 10_000_000));
  }

  private void onlineRetail() throws IOException {
    var invoices = RetailFile.readShipped();
    out.printf("Online Retail, %,d orders%n", invoices.size());
    Stream.generate(Shop::new).limit(WARM_UPS).forEach(shop -> put(shop, invoices));
    var shop = new Shop();
    double[] updates = put(shop, invoices);
    out.printf(
        "an order more: %.1f us (median), %.1f us (p99)%n",
        updates[updates.length / 2], updates[updates.length * 99 / 100]);
    var orders = shop.baskets().snapshot();
    new PairCountingBenchmark(orders, SETTINGS.halfLife()).run(out);
    rebuild(orders, 1);
    rebuild(orders, 2);
    out.printf(
        "bundles, one thread: %.2f s%n",
        median(() -> Bundles.of(OrderMatrix.of(orders, SETTINGS.halfLife()))));
    out.printf("a copy of the orders: %.4f s%n", median(() -> shop.baskets().snapshot()));
    memory(() -> TogetherModel.of(orders, SETTINGS, new Workers(2)));
  }

  /** Microseconds that each order took, the least first. */
  private static double[] put(Shop shop, List<Invoice> invoices) {
    double[] micros = new double[invoices.size()];
    for (int i = 0; i < invoices.size(); i++) {
      var invoice = invoices.get(i);
      var profile = new UUID(0, invoice.customer().orElse(invoice.number()).hashCode());
      long began = System.nanoTime();
      shop.baskets().put(profile, i, invoice.issuedAt(), invoice.products());
      micros[i] = (System.nanoTime() - began) / 1e3;
    }
    Arrays.sort(micros);
    return micros;
  }

  private void rebuild(BasketSnapshot orders, int threads) {
    double seconds = median(() -> TogetherModel.of(orders, SETTINGS, new Workers(threads)));
    out.printf("a whole rebuild, %d threads: %.2f s%n", threads, seconds);
  }

  private void simulated(int products, int count) throws IOException {
    out.printf("Simulated: %,d products, %,d orders%n", products, count);
    long before = used();
    var shop = new Shop();
    long began = System.nanoTime();
    new SimulatedOrders(products).into(shop, count);
    out.printf(
        "heard of after %.0f s, %.1f us an order of %.1f products%n",
        seconds(began), seconds(began) * 1e6 / count, (double) shop.baskets().lines() / count);
    out.printf("memory of the orders: %,d MB%n", (used() - before) >> 20);
    began = System.nanoTime();
    var orders = shop.baskets().snapshot();
    out.printf("a copy of the orders: %.2f s%n", seconds(began));
    began = System.nanoTime();
    var model = memory(() -> TogetherModel.of(orders, SETTINGS, new Workers(2)));
    out.printf("a whole rebuild, 2 threads: %.0f s%n", seconds(began));
    shop.replaceModel(TogetherModel.class, model);
    SnapshotBenchmark.of(SETTINGS).run(shop, out);
  }

  private TogetherModel memory(Supplier<TogetherModel> make) {
    long before = used();
    var model = make.get();
    double bytes = used() - before;
    out.printf(
        "memory of the model: %,.1f MB for %,d pairs, %.1f MB a million%n",
        bytes / (1 << 20), model.pairs(), bytes / (1 << 20) / model.pairs() * 1e6);
    return model;
  }

  /** Of the heap, what is still needed. */
  private static long used() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** Seconds, by the median of some runs after others that warm up. */
  static double median(Supplier<?> work) {
    var times = new ArrayList<Double>();
    for (int i = 0; i < WARM_UPS + RUNS; i++) {
      long began = System.nanoTime();
      if (work.get() == null) {
        throw new IllegalStateException("no result");
      }
      times.add(seconds(began));
    }
    return times.stream().skip(WARM_UPS).sorted(naturalOrder()).toList().get(RUNS / 2);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static int number(String name, int otherwise) {
    return Integer.parseInt(System.getenv().getOrDefault(name, Integer.toString(otherwise)));
  }
}
