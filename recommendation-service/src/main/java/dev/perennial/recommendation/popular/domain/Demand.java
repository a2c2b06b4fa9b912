package dev.perennial.recommendation.popular.domain;

import dev.perennial.recommendation.browse.domain.Fading;
import dev.perennial.recommendation.browse.domain.Hours;
import dev.perennial.recommendation.browse.domain.Pulse;
import dev.perennial.recommendation.order.domain.DailySales;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;

/** How often a product was wanted, lately and before. */
sealed interface Demand {

  int recent(int product);

  int past(int product);

  long allRecent();

  long allPast();

  /** Whether so many people, or more, wanted it lately. */
  boolean isOf(int people, int product);

  /** As {@link #recent}, where the last hours count more. */
  double faded(int product);

  int recentHours();

  int pastHours();

  /** By sessions, the last day beside four weeks; a shop that tells of none, by orders. */
  static Demand of(Shop shop, Instant now) {
    var sessions = new BySessions(shop, Hours.of(now));
    return sessions.allRecent() + sessions.allPast() > 0
        ? sessions
        : new ByOrders(shop, DailySales.day(now));
  }

  /** Sessions that hold it. */
  record BySessions(Shop shop, int hour) implements Demand {

    private static final Fading FADING = new Fading(Duration.ofHours(6));

    private Pulse pulse(int product) {
      return shop.browsing().visits(product).pulse();
    }

    private int start() {
      return hour - recentHours();
    }

    @Override
    public int recent(int product) {
      return pulse(product).sessions(start(), hour);
    }

    @Override
    public int past(int product) {
      return pulse(product).sessions(start() - pastHours(), start());
    }

    @Override
    public long allRecent() {
      return shop.browsing().pulse().sessions(start(), hour);
    }

    @Override
    public long allPast() {
      return shop.browsing().pulse().sessions(start() - pastHours(), start());
    }

    @Override
    public boolean isOf(int people, int product) {
      var visits = shop.browsing().visits(product);
      var profiles = new HashSet<UUID>();
      for (int i = visits.size() - 1; i >= 0 && profiles.size() < people; i--) {
        var session = visits.session(i);
        if (session.hour() <= start()) {
          break;
        }
        if (session.hour() <= hour) {
          profiles.add(session.profile());
        }
      }
      return profiles.size() >= people;
    }

    @Override
    public double faded(int product) {
      return (double) pulse(product).fadedSessions(start(), hour, FADING) / Fading.WHOLE;
    }

    @Override
    public int recentHours() {
      return 24;
    }

    @Override
    public int pastHours() {
      return 24 * 28;
    }
  }

  /** Orders that hold it: of seven days, as a day of a small shop has few, beside eight weeks. */
  record ByOrders(Shop shop, int day) implements Demand {

    private static final int RECENT_DAYS = 7;
    private static final int PAST_DAYS = 56;

    @Override
    public int recent(int product) {
      return shop.baskets().sales().orders(product, day - RECENT_DAYS + 1, day);
    }

    @Override
    public int past(int product) {
      int end = day - RECENT_DAYS;
      return shop.baskets().sales().orders(product, end - PAST_DAYS + 1, end);
    }

    @Override
    public long allRecent() {
      return all(true);
    }

    @Override
    public long allPast() {
      return all(false);
    }

    private long all(boolean recent) {
      long sum = 0;
      for (int product : shop.baskets().sales().products()) {
        sum += recent ? recent(product) : past(product);
      }
      return sum;
    }

    @Override
    public boolean isOf(int people, int product) {
      return shop.baskets().isBoughtBy(people, product, day - RECENT_DAYS + 1, day);
    }

    @Override
    public double faded(int product) {
      double sum = 0;
      for (int age = 0; age < RECENT_DAYS; age++) {
        int orders = shop.baskets().sales().orders(product, day - age, day - age);
        sum += orders * Math.pow(2, -age / 2.0);
      }
      return sum;
    }

    @Override
    public int recentHours() {
      return 24 * RECENT_DAYS;
    }

    @Override
    public int pastHours() {
      return 24 * PAST_DAYS;
    }
  }
}
