package dev.perennial.recommendation.snapshot.domain;

import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.person.domain.Rhythms;
import dev.perennial.recommendation.person.domain.Tastes;
import dev.perennial.recommendation.popular.domain.TrendingSearches;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.similar.domain.ContentSimilarity;
import dev.perennial.recommendation.together.domain.Bundles;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.OrderMatrix;
import dev.perennial.recommendation.together.domain.TogetherModel;
import dev.perennial.recommendation.together.domain.TopPairs;
import dev.perennial.recommendation.together.domain.Workers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Everything that a shop answers and counts, by what was asked, to compare two of them.
 *
 * @param profiles that are asked for, besides all products
 */
public record Everything(Collection<Strategy> strategies, Collection<UUID> profiles, Instant now) {

  /** To the last bit, and without the numbers of products, as those may differ. */
  public Map<String, Object> of(Shop shop) {
    var all = new TreeMap<String, Object>();
    var products = shop.products();
    var ids = IntStream.range(0, products.size()).mapToObj(products::id).sorted().toList();
    ask(shop, "shop", Query.ofShop(now), all);
    for (String id : ids) {
      ask(shop, id, Query.ofProducts(List.of(id), now), all);
      ask(shop, "click on " + id, Query.ofClicks(List.of(id), now), all);
      all.put("catalog " + id, shop.catalog().entry(products.find(id)));
      all.put("name " + id, products.name(products.find(id)));
      all.put("visits " + id, shop.browsing().visits(products.find(id)).size());
    }
    ask(shop, "cart", Query.ofProducts(ids, now), all);
    for (UUID profile : profiles) {
      ask(shop, profile.toString(), Query.ofProfile(profile, now), all);
      all.put("orders of " + profile, history(shop, profile));
    }
    ask(shop, "France", country("fr"), all);
    all.put("pairs", new TopPairs(shop).strongest(20));
    all.put("searches", TrendingSearches.of(shop, now, 20));
    all.put("bundles", bundles(shop));
    all.put("orders", List.of(shop.baskets().orders(), shop.baskets().lines()));
    all.put("sessions", List.of(shop.browsing().sessions(), shop.browsing().queries()));
    return all;
  }

  /** Those of the loops that make models anew, but for what is bought together. */
  public static void makeOtherModels(Shop shop) {
    var products = shop.products();
    var ids = IntStream.range(0, products.size()).mapToObj(products::id).toList();
    var histories = shop.baskets().histories();
    shop.replaceModel(Tastes.class, Tastes.of(histories, ids));
    shop.replaceModel(Rhythms.class, Rhythms.of(histories));
    shop.replaceModel(ContentSimilarity.class, ContentSimilarity.of(shop.catalog().copy()));
  }

  /** That of what is bought together, with its bundles. */
  public static void makeTogetherModel(Shop shop, ModelSettings settings) {
    var orders = shop.baskets().snapshot();
    var matrix = OrderMatrix.of(orders, settings.halfLife());
    shop.replaceModel(
        TogetherModel.class, TogetherModel.of(matrix, orders.version(), settings, new Workers(1)));
    shop.replaceModel(Bundles.class, Bundles.of(matrix));
  }

  private void ask(Shop shop, String name, Query query, Map<String, Object> all) {
    for (var strategy : strategies) {
      var ask = new Ask(query, List.of(strategy), Rules.NONE, 20);
      all.put(strategy.key() + " of " + name, Ranking.best(shop, ask));
    }
  }

  private Query country(String country) {
    return new Query(
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(country),
        Optional.empty(),
        now);
  }

  private static List<String> history(Shop shop, UUID profile) {
    return shop.baskets().history(profile).stream().map(order -> text(shop, order)).toList();
  }

  private static String text(Shop shop, PastOrder order) {
    return order.at() + " " + ids(shop, order.products());
  }

  private static List<String> bundles(Shop shop) {
    return shop
        .model(Bundles.class)
        .orElse(Bundles.NONE)
        .distinct(OptionalInt.empty(), _ -> true, 20)
        .stream()
        .map(one -> ids(shop, one.products()) + " " + one.bundleOrders() + " " + one.lift())
        .toList();
  }

  private static List<String> ids(Shop shop, int[] products) {
    return Arrays.stream(products).mapToObj(shop.products()::id).sorted().toList();
  }
}
