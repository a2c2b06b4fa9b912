package dev.perennial.recommendation.shop.app;

import static java.util.stream.Collectors.groupingBy;

import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import dev.perennial.recommendation.shop.store.Cursor;
import dev.perennial.recommendation.snapshot.domain.RefusedSnapshot;
import dev.perennial.recommendation.snapshot.store.DatabaseHistory.Numbering;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One table's changes and how they are folded into memory. Used by one thread.
 *
 * @param consumer that numbers the changes
 * @param next the next page after a cursor, empty when there is none yet
 * @param change must come to the same when it is folded again
 */
public record Feed<C>(
    String consumer,
    String table,
    Cursor cursor,
    Function<Cursor, Uni<List<C>>> next,
    Function<C, String> workspace,
    Function<C, ChangeNumber> number,
    BiConsumer<Shop, C> change) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Folds the next page, and says whether there was one. Blocks. */
  boolean foldInto(Shops shops) {
    List<C> page = next.apply(cursor).await().atMost(PATIENCE);
    page.stream()
        .collect(groupingBy(workspace))
        .forEach((name, changes) ->
            shops.write(name, shop -> changes.forEach(one -> change.accept(shop, one))));
    page.stream().map(number).forEach(cursor::advance);
    return !page.isEmpty();
  }

  /**
   * Checks that these changes can have been seen.
   *
   * @throws RefusedSnapshot when the database has not come so far, as after a restore
   */
  void check(long[] seen, Map<Numbering, Long> last) {
    if (seen.length != cursor.shards()) {
      throw new RefusedSnapshot("it is of another number of shards");
    }
    for (int shard = 0; shard < seen.length; shard++) {
      if (seen[shard] > last.getOrDefault(new Numbering(consumer, shard), -1L)) {
        throw new RefusedSnapshot("it is ahead of the database: was that restored?");
      }
    }
  }
}
