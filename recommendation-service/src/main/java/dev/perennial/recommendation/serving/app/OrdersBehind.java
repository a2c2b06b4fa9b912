package dev.perennial.recommendation.serving.app;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.order.store.Purchases;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.shop.domain.Shop;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The orders behind what is bought together, by what the shop calls them. Memory knows which they
 * are, but by numbers of its own; one query for an answer finds their names, and none of a profile
 * that was erased meanwhile.
 */
@ApplicationScoped
public class OrdersBehind {

  private static final int LATEST = 10;

  /** Two products of which evidence says how many orders hold both. */
  public record Pair(String seed, String item) {}

  /**
   * An answer, and for each pair in it the latest orders that hold both.
   *
   * @param orders at most 10 a pair, the latest first
   */
  public record WithOrders<A>(A answer, Map<Pair, List<String>> orders) {}

  private record InMemory<A>(A answer, Map<Pair, List<Long>> baskets) {}

  private final Shops shops;
  private final Purchases purchases;
  private final Pool pool;

  OrdersBehind(Shops shops, Purchases purchases, Pool pool) {
    this.shops = shops;
    this.purchases = purchases;
    this.pool = pool;
  }

  /** Works out an answer, and finds what is behind the evidence in it at the same moment. */
  <A> Uni<WithOrders<A>> behind(
      String workspace, Function<Shop, A> answering, Function<A, Stream<Evidence>> evidence) {
    var found =
        shops.read(
            workspace,
            shop -> {
              A answer = answering.apply(shop);
              return new InMemory<>(answer, baskets(shop, evidence.apply(answer)));
            });
    return names(workspace, found.baskets)
        .map(names -> new WithOrders<>(found.answer, named(found.baskets, names)));
  }

  private static Map<Pair, List<Long>> baskets(Shop shop, Stream<Evidence> evidence) {
    return evidence
        .filter(Evidence.BoughtTogether.class::isInstance)
        .map(Evidence.BoughtTogether.class::cast)
        .map(together -> new Pair(together.counts().seed(), together.counts().item()))
        .distinct()
        .collect(toMap(pair -> pair, pair -> latestWith(shop, pair)));
  }

  private static List<Long> latestWith(Shop shop, Pair pair) {
    var products = shop.products();
    return shop.baskets().latestWith(products.find(pair.seed), products.find(pair.item), LATEST);
  }

  private Uni<Map<Long, String>> names(String workspace, Map<Pair, List<Long>> baskets) {
    var ids = baskets.values().stream().flatMap(Collection::stream).collect(toSet());
    return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : purchases.keys(pool, workspace, ids);
  }

  private static Map<Pair, List<String>> named(
      Map<Pair, List<Long>> baskets, Map<Long, String> names) {
    return baskets.entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().stream().map(names::get).filter(Objects::nonNull).toList()));
  }
}
