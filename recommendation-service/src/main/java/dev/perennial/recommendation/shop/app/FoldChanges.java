package dev.perennial.recommendation.shop.app;

import java.util.List;
import java.util.stream.Stream;

/**
 * Brings what is in memory up to what is in the database: all of it after a start, then what has
 * changed since. Every replica follows the changes of all shards, whoever records them, so that all
 * answer alike. Used by one thread.
 */
public final class FoldChanges {

  private final Shops shops;
  private final List<Feed<?>> feeds;

  /**
   * A reader that has seen nothing yet.
   *
   * @param shops empty
   */
  public FoldChanges(Stream<? extends Feeds> features, Shops shops) {
    this.shops = shops;
    this.feeds = features.<Feed<?>>flatMap(feature -> feature.open().stream()).toList();
  }

  /** Folds all that has been committed so far. Blocks. */
  public void catchUp() {
    boolean more = true;
    while (more) {
      more = false;
      for (Feed<?> feed : feeds) {
        more |= feed.foldInto(shops);
      }
    }
  }
}
