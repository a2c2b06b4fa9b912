package dev.perennial.recommendation.interest.app;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.catalog.domain.Change;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.interest.store.ProductNews;
import dev.perennial.recommendation.interest.store.ProductNews.OfShard;
import dev.perennial.recommendation.interest.store.ProductNews.Open;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what of the changes of products is news, and what of earlier news holds no longer. */
@ApplicationScoped
public class AnnounceNews {

  private final ProductNews news;
  private final double leastDrop;

  AnnounceNews(ProductNews news, InterestConfig config) {
    this.news = news;
    this.leastDrop = config.minPriceDrop();
  }

  /**
   * Notes what is news, within the transaction that makes the changes.
   *
   * @param changes at most one a product
   * @param shards of the changes, in their order
   */
  public Uni<Void> announce(SqlConnection tx, List<Change> changes, List<Integer> shards) {
    var added = new ArrayList<OfShard>();
    for (int i = 0; i < changes.size(); i++) {
      int shard = shards.get(i);
      News.of(changes.get(i), leastDrop).forEach(one -> added.add(new OfShard(one, shard)));
    }
    return revise(tx, changes, added.stream().map(OfShard::news).toList())
        .chain(() -> added.isEmpty() ? Uni.createFrom().voidItem() : news.add(tx, added));
  }

  /** Brings what not all were told yet in line with the products as they are now. */
  private Uni<Void> revise(SqlConnection tx, List<Change> changes, List<News> added) {
    // Of a product that was just heard of first there can be no news.
    var byProduct =
        changes.stream()
            .filter(change -> change.product().version() > 1)
            .collect(toMap(change -> change.product().key(), identity()));
    return byProduct.isEmpty()
        ? Uni.createFrom().voidItem()
        : news.of(tx, byProduct.keySet()).chain(open -> revise(tx, open, byProduct, added));
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
