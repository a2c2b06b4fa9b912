package dev.perennial.recommendation.shop.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How far a reader has followed the changes of a table, shard by shard. Used by one thread. */
public final class Cursor {

  /** Rows of a shard in one page; the last change is never cut in two. */
  private static final int PAGE = 500;

  private final Long[] seen;

  /** Before the first change of each shard. */
  public Cursor(int shards) {
    seen = new Long[shards];
    Arrays.fill(seen, -1L);
  }

  public void advance(ChangeNumber number) {
    seen[number.shard()] = Math.max(seen[number.shard()], number.sequence());
  }

  /** By shard, the last change seen; -1 before the first. */
  public long[] seen() {
    return Arrays.stream(seen).mapToLong(Long::longValue).toArray();
  }

  public int shards() {
    return seen.length;
  }

  /** Goes on after these, one of each shard. */
  public void resumeAfter(long[] changes) {
    Arrays.setAll(seen, shard -> changes[shard]);
  }

  /** A query of the next page: $1 shards, $2 last sequences seen, $3 rows a shard. */
  public Tuple parameters() {
    var shards = IntStream.range(0, seen.length).boxed().toArray(Integer[]::new);
    return Tuple.of(shards, seen.clone(), PAGE);
  }
}
