package dev.perennial.recommendation.shop.app;

import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.snapshot.domain.RefusedSnapshot;
import dev.perennial.recommendation.snapshot.domain.Snapshot;
import dev.perennial.recommendation.snapshot.store.DatabaseHistory.Numbering;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Brings what is in memory up to what is in the database: all of it after a start, then what has
 * changed since. Every replica follows the changes of all shards, whoever records them, so that all
 * answer alike. Used by one thread, the only one that changes what shops know; models are replaced
 * by others, each as a whole.
 */
public final class FoldChanges {

  private final Shops shops;
  private final List<Feed<?>> feeds;
  private long pages;

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
        if (feed.foldInto(shops)) {
          more = true;
          pages++;
        }
      }
    }
  }

  /** How often anything was folded: the same number means that nothing was. */
  public long pages() {
    return pages;
  }

  /** All that is in memory; no copy, so it is to be used before more is folded. */
  public Snapshot snapshot(String database) {
    var cursors = feeds.stream().collect(toMap(Feed::table, feed -> feed.cursor().seen()));
    return new Snapshot(database, cursors, shops.unguarded());
  }

  /**
   * Goes on from a snapshot, before anything was folded.
   *
   * @param last the numbers of the last changes that the database has
   * @throws RefusedSnapshot when it follows other tables, or is ahead of the database; nothing has
   *     happened then
   */
  public void resumeFrom(Snapshot snapshot, Map<Numbering, Long> last) {
    var cursors = snapshot.cursors();
    if (cursors.size() != feeds.size()) {
      throw new RefusedSnapshot("it follows other tables");
    }
    for (var feed : feeds) {
      feed.check(cursors.getOrDefault(feed.table(), new long[0]), last);
    }
    for (var feed : feeds) {
      feed.cursor().resumeAfter(cursors.getOrDefault(feed.table(), new long[0]));
    }
    shops.beginWith(snapshot.shops());
  }
}
