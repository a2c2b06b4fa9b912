package dev.perennial.recommendation.app;

import static java.util.stream.Collectors.groupingBy;

import dev.perennial.recommendation.domain.BasketIndex;
import dev.perennial.recommendation.store.BasketChange;
import dev.perennial.recommendation.store.ChangeNumber;
import dev.perennial.recommendation.store.Cursor;
import dev.perennial.recommendation.store.DepartedProfiles;
import dev.perennial.recommendation.store.DepartedProfiles.Departure;
import dev.perennial.recommendation.store.ProductNames;
import dev.perennial.recommendation.store.ProductNames.Naming;
import dev.perennial.recommendation.store.Purchases;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Brings what is in memory up to what is in the database: all of it after a start, then what has
 * changed since. Every replica follows the changes of all shards, whoever records them, so that all
 * answer alike. Used by one thread.
 */
public final class FoldChanges {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One table's changes and how they are folded. */
  private record Feed<C>(
      Cursor cursor,
      Function<Cursor, Uni<List<C>>> next,
      Function<C, String> workspace,
      Function<C, ChangeNumber> number,
      BiConsumer<BasketIndex, C> change) {

    /** Folds the next page, and says whether there was one. */
    boolean foldInto(LiveBaskets live) {
      List<C> page = next.apply(cursor).await().atMost(PATIENCE);
      page.stream()
          .collect(groupingBy(workspace))
          .forEach((name, changes) ->
              live.write(name, index -> changes.forEach(one -> change.accept(index, one))));
      page.stream().map(number).forEach(cursor::advance);
      return !page.isEmpty();
    }
  }

  private final LiveBaskets live;
  private final List<Feed<?>> feeds;

  /**
   * A reader that has seen nothing yet.
   *
   * @param live empty
   */
  public FoldChanges(
      Pool pool,
      Purchases purchases,
      DepartedProfiles departed,
      ProductNames names,
      LiveBaskets live,
      int shards) {
    this.live = live;
    // Departures after baskets: a basket that was read can only have gone since.
    this.feeds =
        List.of(
            new Feed<>(
                new Cursor(shards),
                cursor -> purchases.since(pool, cursor),
                change -> change.profile().workspace(),
                BasketChange::number,
                FoldChanges::put),
            new Feed<>(
                new Cursor(shards),
                cursor -> departed.since(pool, cursor),
                departure -> departure.profile().workspace(),
                Departure::number,
                (index, departure) -> index.remove(departure.profile().id())),
            new Feed<>(
                new Cursor(shards),
                cursor -> names.since(pool, cursor),
                Naming::workspace,
                Naming::number,
                (index, naming) -> index.rename(naming.product(), naming.name())));
  }

  /** Folds all that has been committed so far. Blocks. */
  public void catchUp() {
    boolean more = true;
    while (more) {
      more = false;
      for (Feed<?> feed : feeds) {
        more |= feed.foldInto(live);
      }
    }
  }

  private static void put(BasketIndex index, BasketChange change) {
    index.put(change.profile().id(), change.basketId(), change.occurredAt(), change.products());
  }
}
