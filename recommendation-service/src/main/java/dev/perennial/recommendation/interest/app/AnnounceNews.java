package dev.perennial.recommendation.interest.app;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.catalog.domain.Change;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.FallingPrice;
import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.interest.store.FallingPrices;
import dev.perennial.recommendation.interest.store.ProductNews;
import dev.perennial.recommendation.interest.store.ProductNews.OfShard;
import dev.perennial.recommendation.interest.store.ProductNews.Open;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what of the changes of products is news, and what of earlier news holds no longer. */
@ApplicationScoped
public class AnnounceNews {

  private final ProductNews news;
  private final FallingPrices fallingPrices;
  private final double leastDrop;

  AnnounceNews(ProductNews news, FallingPrices fallingPrices, InterestConfig config) {
    this.news = news;
    this.fallingPrices = fallingPrices;
    this.leastDrop = config.minPriceDrop();
  }

  /**
   * Notes what is news, within the transaction that makes the changes.
   *
   * @param changes at most one a product
   * @param shards of the changes, in their order
   */
  public Uni<Void> announce(SqlConnection tx, List<Change> changes, List<Integer> shards) {
    // Of a product that was just heard of first there can be no news.
    var shardOf = new LinkedHashMap<Change, Integer>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).product().version() > 1) {
        shardOf.put(changes.get(i), shards.get(i));
      }
    }
    return shardOf.isEmpty() ? Uni.createFrom().voidItem() : announce(tx, shardOf);
  }

  private Uni<Void> announce(SqlConnection tx, Map<Change, Integer> shardOf) {
    var products = shardOf.keySet().stream().map(change -> change.product().key()).toList();
    return fallingPrices
        .of(tx, products)
        .chain(before -> {
          var added = new ArrayList<OfShard>();
          var falling = new HashMap<ProductKey, FallingPrice>();
          shardOf.forEach((change, shard) -> {
            var key = change.product().key();
            var from = FallingPrice.after(change, Optional.ofNullable(before.get(key)));
            var found = News.of(change, from, leastDrop);
            found.forEach(one -> added.add(new OfShard(one, shard)));
            from.filter(_ -> found.stream().noneMatch(News::isPriceDrop))
                .ifPresent(one -> falling.put(key, one));
          });
          return follow(tx, before, falling)
              .chain(() -> revise(tx, shardOf.keySet(), added.stream().map(OfShard::news).toList()))
              .chain(() -> added.isEmpty() ? Uni.createFrom().voidItem() : news.add(tx, added));
        });
  }

  /** Keeps what prices fall from, until it is told or they rise again. */
  private Uni<Void> follow(
      SqlConnection tx,
      Map<ProductKey, FallingPrice> before,
      Map<ProductKey, FallingPrice> falling) {
    var over = new HashSet<>(before.keySet());
    over.removeAll(falling.keySet());
    var changed = new HashMap<>(falling);
    changed.entrySet().removeAll(before.entrySet());
    return fallingPrices.delete(tx, over).chain(() -> fallingPrices.save(tx, changed));
  }

  /** Brings what not all were told yet in line with the products as they are now. */
  private Uni<Void> revise(SqlConnection tx, Set<Change> changes, List<News> added) {
    var byProduct = changes.stream().collect(toMap(change -> change.product().key(), identity()));
    return news.of(tx, byProduct.keySet()).chain(open -> revise(tx, open, byProduct, added));
  }

  private Uni<Void> revise(
      SqlConnection tx, List<Open> open, Map<ProductKey, Change> changes, List<News> added) {
    var replaced = added.stream().map(News::subject).collect(toSet());
    var over = new ArrayList<Open>();
    var revised = new ArrayList<News>();
    for (Open one : open) {
      revised(one.news(), changes, replaced).ifPresentOrElse(revised::add, () -> over.add(one));
    }
    Uni<?> closed = over.isEmpty() ? Uni.createFrom().voidItem() : news.close(tx, over);
    return closed.chain(
        () -> revised.isEmpty() ? Uni.createFrom().voidItem() : news.revise(tx, revised));
  }

  private Optional<News> revised(
      News told, Map<ProductKey, Change> changes, Set<News.Subject> replaced) {
    return Optional.ofNullable(changes.get(told.product()))
        .filter(_ -> !replaced.contains(told.subject()))
        .flatMap(change -> told.since(change, leastDrop));
  }
}
