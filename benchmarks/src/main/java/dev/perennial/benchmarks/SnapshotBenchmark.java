package dev.perennial.benchmarks;

import dev.perennial.recommendation.browse.domain.BrowsingPart;
import dev.perennial.recommendation.catalog.domain.CatalogPart;
import dev.perennial.recommendation.order.domain.BasketsPart;
import dev.perennial.recommendation.order.domain.MergesPart;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.snapshot.domain.Snapshot;
import dev.perennial.recommendation.snapshot.domain.SnapshotFormat;
import dev.perennial.recommendation.snapshot.store.SnapshotFile;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.TogetherPart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a shop takes to the disk and back, which is what a warm start waits for. */
record SnapshotBenchmark(Path directory, SnapshotFile file) {

  private static final String DATABASE = "benchmark";

  static SnapshotBenchmark of(ModelSettings settings) throws IOException {
    var directory = Files.createTempDirectory("perennial-benchmark");
    var format =
        new SnapshotFormat(
            List.of(
                new BasketsPart(),
                new BrowsingPart(),
                new CatalogPart(),
                new MergesPart(),
                new TogetherPart(settings)));
    return new SnapshotBenchmark(directory, new SnapshotFile(directory, format));
  }

  void run(Shop shop, PrintStream out) throws IOException {
    try {
      long began = System.nanoTime();
      var written = file.write(new Snapshot(DATABASE, Map.of(), Map.of("shop", shop)));
      out.printf("a snapshot to disk: %.1f s, %,d MB%n", seconds(began), written.bytes() >> 20);
      began = System.nanoTime();
      var orders = file.read(DATABASE).shops().values().iterator().next().baskets().orders();
      out.printf("and back, %,d orders: %.1f s%n", orders, seconds(began));
    } finally {
      Files.deleteIfExists(file.path());
      Files.delete(directory);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
