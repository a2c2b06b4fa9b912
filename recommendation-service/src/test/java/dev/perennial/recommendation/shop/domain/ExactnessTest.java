package dev.perennial.recommendation.shop.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.order.domain.BasketIndex;
import dev.perennial.recommendation.order.domain.DailySales;
import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.person.domain.BuyAgain;
import dev.perennial.recommendation.person.domain.NextBest;
import dev.perennial.recommendation.person.domain.Rhythms;
import dev.perennial.recommendation.person.domain.Tastes;
import dev.perennial.recommendation.popular.domain.BestSellers;
import dev.perennial.recommendation.popular.domain.Trending;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Recommendation;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.OrderHistory.Change;
import dev.perennial.recommendation.together.domain.FrequentlyBoughtTogether;
import dev.perennial.recommendation.together.domain.Guard;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.TogetherModel;
import dev.perennial.recommendation.together.domain.TopPairs;
import dev.perennial.recommendation.together.domain.Workers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Orders that come, are given back, and go with their buyers, in any order of arrival, leave a shop
 * that cannot be told from one that only ever heard of what is left: in counts, in sales, in what
 * it answers, to the last bit, and in the models that are made of it.
 */
class ExactnessTest {

  private static final Instant NOW = day(41);
  private static final Guard GUARD = new Guard(2, 0);
  private static final Strategy TOGETHER = new FrequentlyBoughtTogether(GUARD, 50);

  @Property
  void whatIsCountedIsWhatARebuildCounts(
      @ForAll("changes") List<Change> changes, @ForAll Random random) {
    var history = OrderHistory.of(changes);
    assertEquals(counted(history.rebuilt(random)), counted(history.live()));
  }

  @Property
  void whatIsAnsweredIsWhatARebuildAnswers(
      @ForAll("changes") List<Change> changes, @ForAll Random random) {
    var history = OrderHistory.of(changes);
    assertEquals(answered(history.rebuilt(random)), answered(history.live()));
  }

  @Property
  void modelsMadeAfterwardsAnswerAsThoseOfARebuild(
      @ForAll("changes") List<Change> changes, @ForAll Random random) {
    var history = OrderHistory.of(changes);
    var rebuilt = history.rebuilt(random);
    makeModels(rebuilt);
    makeModels(history.live());
    assertEquals(answered(rebuilt), answered(history.live()));
  }

  /** All that the counts say, each line with what it is about. */
  private static List<String> counted(Shop shop) {
    var baskets = shop.baskets();
    var lines = new ArrayList<String>();
    lines.add("orders " + baskets.orders() + " lines " + baskets.lines());
    lines.add("pairs " + new TopPairs(shop).strongest(100));
    for (UUID profile : OrderHistory.PROFILES) {
      lines.add("bought by " + profile + ": " + baskets.boughtBy(profile));
      lines.add("history of " + profile + ": " + history(shop, profile));
    }
    for (String seed : OrderHistory.PRODUCTS) {
      lines.add("sold " + seed + ": " + sales(shop, seed));
      lines.add("name of " + seed + ": " + name(shop, seed));
      for (String item : OrderHistory.PRODUCTS) {
        lines.add(seed + " and " + item + ": " + pair(shop, seed, item));
      }
    }
    return lines;
  }

  private static String name(Shop shop, String product) {
    int number = shop.products().find(product);
    return number < 0 ? "" : shop.products().name(number);
  }

  private static String pair(Shop shop, String seed, String item) {
    int one = shop.products().find(seed);
    int other = shop.products().find(item);
    BasketIndex baskets = shop.baskets();
    return one < 0 || other < 0 || baskets.ordersWith(one) == 0 || baskets.ordersWith(other) == 0
        ? "none"
        : baskets.counts(one, other) + " in " + baskets.latestWith(one, other, 3);
  }

  /** How many orders of each day, in all and by country. */
  private static List<String> sales(Shop shop, String product) {
    int number = shop.products().find(product);
    var sales = new ArrayList<String>();
    sales.add(days(shop.baskets().sales(), number));
    OrderHistory.COUNTRIES.forEach(
        country -> sales.add(country + days(shop.baskets().salesIn(country), number)));
    return sales;
  }

  private static String days(DailySales sales, int product) {
    int first = DailySales.day(day(1));
    return IntStream.rangeClosed(first, first + 40)
        .map(day -> product < 0 ? 0 : sales.orders(product, day, day))
        .boxed()
        .toList()
        .toString();
  }

  private static List<String> history(Shop shop, UUID profile) {
    return shop.baskets().history(profile).stream()
        .map(order -> order.at() + " " + ids(shop, order))
        .toList();
  }

  private static Set<String> ids(Shop shop, PastOrder order) {
    return Arrays.stream(order.products()).mapToObj(shop.products()::id).collect(toSet());
  }

  /** Each with its scores and its evidence. */
  private static List<Recommendation> answered(Shop shop) {
    var answers = new ArrayList<Recommendation>();
    answers.add(best(shop, new BestSellers(), Query.ofShop(NOW)));
    answers.add(best(shop, new Trending(), Query.ofShop(NOW)));
    for (String country : OrderHistory.COUNTRIES) {
      answers.add(best(shop, new BestSellers(), ofCountry(country)));
    }
    for (UUID profile : OrderHistory.PROFILES) {
      var query = Query.ofProfile(profile, NOW);
      answers.add(best(shop, TOGETHER, query));
      answers.add(best(shop, new NextBest(), query));
      answers.add(best(shop, new BuyAgain(), query));
    }
    for (String seed : OrderHistory.PRODUCTS) {
      answers.add(best(shop, TOGETHER, Query.ofProducts(List.of(seed, "cup"), NOW)));
    }
    return answers;
  }

  private static Recommendation best(Shop shop, Strategy strategy, Query query) {
    return Ranking.best(shop, new Ask(query, List.of(strategy), Rules.NONE, 10));
  }

  private static Query ofCountry(String country) {
    return new Query(
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(country),
        Optional.empty(),
        NOW);
  }

  private static void makeModels(Shop shop) {
    var products = shop.products();
    var ids = IntStream.range(0, products.size()).mapToObj(products::id).toList();
    var histories = shop.baskets().histories();
    shop.replaceModel(Tastes.class, Tastes.of(histories, ids));
    shop.replaceModel(Rhythms.class, Rhythms.of(histories));
    shop.replaceModel(
        TogetherModel.class,
        TogetherModel.of(
            shop.baskets().snapshot(), ModelSettings.DEFAULT.with(GUARD), new Workers(1)));
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return OrderHistory.changes();
  }
}
