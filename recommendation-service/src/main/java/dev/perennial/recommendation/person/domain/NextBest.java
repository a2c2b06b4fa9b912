package dev.perennial.recommendation.person.domain;

import static java.util.Comparator.comparing;

import dev.perennial.recommendation.order.domain.DailySales;
import dev.perennial.recommendation.order.domain.Decay;
import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a person will buy next. A product that they bought scores {@code habit x season}, one that
 * is new to them {@code taste x season}; the dial says how much each counts.
 *
 * <ul>
 *   <li>Habit: the part of the person's orders that hold the product, later ones more ({@link
 *       History}).
 *   <li>Taste: what buyers of what the person bought lately buy as well ({@link Tastes}).
 *   <li>Season: the part of the shop's recent orders that hold it, plus a constant, so that what is
 *       out of season is lower but not out.
 * </ul>
 *
 * <p>Repeat and explore are two tasks and are weighed openly rather than hidden in one model: Li et
 * al., "A Next Basket Recommendation Reality Check", TOIS 2023. The figures are tuned on the
 * second-to-last orders of the training customers of Online Retail.
 */
public final class NextBest implements Strategy {

  /**
   * What can be set.
   *
   * @param explore the dial when nobody says otherwise, from 0 to 1
   * @param habitFactor an order weighs so much of the next one, for habit
   * @param tasteFactor the same for what tastes are followed from
   * @param habitOffSeason the constant that is added to the season of what was bought before
   * @param tasteOffSeason the same of what is new
   * @param seasonHalfLife days after which an order of the shop weighs half
   */
  public record Settings(
      double explore,
      double habitFactor,
      double tasteFactor,
      double habitOffSeason,
      double tasteOffSeason,
      int seasonHalfLife) {

    /** Chosen on Online Retail, by customers and orders that no test of the report asks about. */
    public static final Settings DEFAULT = new Settings(0.15, 0.95, 1, 0.03, 0.0003, 5);
  }

  /** By then an order weighs less than a thousandth of the latest one. */
  private static final int TASTE_ORDERS = 20;

  /** What there is to say of one person, for one answer. */
  private record Person(List<PastOrder> orders, Scores habit, Scores lately, double explore) {

    static Person of(Shop shop, Query query, Settings settings) {
      var orders = query.profile().map(shop.baskets()::history).orElse(List.of());
      var latest = orders.subList(Math.max(0, orders.size() - TASTE_ORDERS), orders.size());
      return new Person(
          orders,
          History.weights(orders, settings.habitFactor),
          History.weights(latest, settings.tasteFactor),
          query.explore().orElse(settings.explore));
    }

    boolean bought(int product) {
      return habit.of(product) > 0;
    }
  }

  /** How much of what was sold in the days before today holds a product. */
  private record Season(DailySales sales, Decay decay, double orders, int today) {

    static Season of(Shop shop, Instant now, Decay decay) {
      int today = DailySales.day(now);
      var sales = shop.baskets().sales();
      return new Season(sales, decay, sales.decayedOrders(decay, today - 1, today), today);
    }

    double share(int product) {
      return orders == 0 ? 0 : sales.decayed(product, decay, today - 1, today) / orders;
    }
  }

  private final Settings settings;
  private final Decay season;

  public NextBest() {
    this(Settings.DEFAULT);
  }

  public NextBest(Settings settings) {
    this.settings = settings;
    this.season = new Decay(settings.seasonHalfLife);
  }

  @Override
  public String key() {
    return "next-best";
  }

  @Override
  public String shows() {
    return "What the person will buy next: repeats and what is new to them, mixed by explore";
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PROFILE);
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var person = Person.of(shop, query, settings);
    var sold = Season.of(shop, query.now(), season);
    var scores = new Scores();
    if (person.explore < 1) {
      person.habit.forEach((product, habit) ->
          scores.add(
              product,
              (1 - person.explore) * habit * (sold.share(product) + settings.habitOffSeason)));
    }
    if (person.explore > 0) {
      taste(shop, person)
          .forEach((product, taste) ->
              scores.add(
                  product,
                  person.explore * taste * (sold.share(product) + settings.tasteOffSeason)));
    }
    return new Candidates(scores, product -> evidence(shop, person, product, sold.share(product)));
  }

  private static Evidence evidence(Shop shop, Person person, int product, double season) {
    var orders = person.orders;
    var holding = orders.stream().filter(order -> holds(order, product)).toList();
    return holding.isEmpty()
        ? explore(shop, person, product, season)
        : new Evidence.BoughtBefore(holding.size(), orders.size(), holding.getLast().at(), season);
  }

  private static Scores taste(Shop shop, Person person) {
    var taste = new Scores();
    var tastes = shop.model(Tastes.class);
    if (tastes.isPresent()) {
      for (int seed : seeds(shop, person)) {
        double weight = person.lately.of(seed);
        var row = tastes.get().neighbours(seed);
        for (int i = 0; i < row.products().length; i++) {
          if (!person.bought(row.products()[i])) {
            taste.add(row.products()[i], weight * row.weights()[i]);
          }
        }
      }
    }
    return taste;
  }

  /** By id, so that sums of doubles come out the same in every replica. */
  private static int[] seeds(Shop shop, Person person) {
    var seeds = new ArrayList<Integer>();
    person.lately.forEach((product, _) -> seeds.add(product));
    return seeds.stream()
        .sorted(comparing(shop.products()::id))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static Evidence explore(Shop shop, Person person, int product, double season) {
    var tastes = shop.model(Tastes.class).orElseThrow();
    int strongest = -1;
    int common = 0;
    double most = 0;
    for (int seed : seeds(shop, person)) {
      var row = tastes.neighbours(seed);
      for (int i = 0; i < row.products().length; i++) {
        double weight = person.lately.of(seed) * row.weights()[i];
        if (row.products()[i] == product && weight > most) {
          strongest = seed;
          common = row.commonBuyers()[i];
          most = weight;
        }
      }
    }
    var products = shop.products();
    return new Evidence.BoughtByAlike(
        products.id(strongest),
        products.name(strongest),
        common,
        tastes.buyers(strongest),
        tastes.buyers(product),
        season);
  }

  private static boolean holds(PastOrder order, int product) {
    return IntStream.of(order.products()).anyMatch(one -> one == product);
  }
}
