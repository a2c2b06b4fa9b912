package dev.perennial.recommendation.popular.domain;

import static dev.perennial.recommendation.browse.domain.Trips.START;
import static dev.perennial.recommendation.browse.domain.Trips.profile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.browse.domain.Kind;
import dev.perennial.recommendation.browse.domain.Trail;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrendingTest {

  private static final Instant NOW = START.plus(Duration.ofDays(30));

  private final Shop shop = new Shop();
  private int profiles;

  @Test
  void whatIsWantedMoreThanBeforeTrendsAndWhatAlwaysSellsDoesNot() {
    for (int day = 1; day <= 28; day++) {
      sessions(20, day, "bestseller");
      sessions(1, day, "sleeper");
    }
    sessions(24, 0, "bestseller");
    sessions(12, 0, "sleeper");
    assertEquals(List.of("sleeper"), trending());
  }

  @Test
  void whatIsNewTrendsOnceEnoughLookAtIt() {
    for (int day = 1; day <= 28; day++) {
      sessions(10, day, "old");
    }
    sessions(10, 0, "old");
    sessions(2, 0, "newer");
    assertEquals(List.of(), trending());
    sessions(3, 0, "newer");
    assertEquals(List.of("newer"), trending());
  }

  @Test
  void whatOneVisitorComesBackToDoesNotTrend() {
    for (int day = 1; day <= 28; day++) {
      sessions(10, day, "old");
    }
    sessions(10, 0, "old");
    var trail = Trail.EMPTY;
    for (int hours = 20; hours > 0; hours -= 2) {
      var at = NOW.minus(Duration.ofHours(hours));
      trail = trail.with(List.of(new Interaction(at, Kind.VIEWED, "newer")), 100);
    }
    shop.browsing().put(profile(900), trail);
    assertEquals(List.of(), trending());
    sessions(2, 0, "newer");
    assertEquals(List.of("newer"), trending());
  }

  @Test
  void whatOneCustomerOrdersAgainAndAgainDoesNotTrend() {
    for (int day = 8; day < 60; day++) {
      orders(2, day, "cup");
    }
    orders(14, 1, "cup");
    for (int day = 0; day < 7; day++) {
      var at = NOW.minus(Duration.ofDays(day));
      shop.baskets().put(new UUID(2, 1), 9000 + day, at, List.of("lamp"));
    }
    assertEquals(List.of(), trending());
    orders(2, 1, "lamp");
    assertEquals(List.of("lamp"), trending());
  }

  @Test
  void whatHappensNextIsSeenAtOnce() {
    sessions(40, 9, "plate");
    assertEquals(List.of(), trending());
    sessions(6, 0, "cup");
    assertEquals(List.of("cup"), trending());
  }

  @Test
  void aShopWithoutAPastHasNoTrends() {
    sessions(50, 0, "cup");
    sessions(5, 0, "plate");
    assertEquals(List.of(), trending());
  }

  @Test
  void aShopThatTellsOfNoSessionsHasTheTrendsOfItsOrders() {
    for (int day = 8; day < 60; day++) {
      orders(2, day, "cup");
      orders(day % 13 == 0 ? 1 : 0, day, "lamp");
    }
    orders(14, 1, "cup");
    orders(9, 2, "lamp");
    assertEquals(List.of("lamp"), trending());
  }

  @Test
  void theEvidenceIsExact() {
    sessions(4, 9, "cup");
    sessions(40, 9, "plate");
    sessions(6, 0, "cup");
    sessions(1, 0, "plate");
    var query = Query.ofShop(NOW);
    var evidence = new Trending().candidates(shop, query).evidence(shop.products().find("cup"));
    assertTrue(evidence instanceof Evidence.Trend);
    var trend = (Evidence.Trend) evidence;
    assertEquals(
        List.of(6, 24, 4, 672),
        List.of(trend.recent(), trend.recentHours(), trend.past(), trend.pastHours()));
    assertTrue(trend.timesAtLeast() > 1);
  }

  @Test
  void aSearchTrendsThatThreeProfilesMadeLately() {
    search(1, 20, "tea", "cups");
    search(2, 3, "cups", "cups");
    search(3, 2, "cups", "my secret");
    search(4, 1, "cups");
    search(5, 200, "tea", "lamp", "spoon", "bowl");
    search(6, 200, "tea", "lamp", "spoon", "bowl");
    var trends = TrendingSearches.of(shop, NOW, 10);
    assertEquals(List.of("cups"), trends.stream().map(TrendingSearches.Trend::query).toList());
    assertEquals(4, trends.getFirst().profiles());
  }

  @Test
  void whatFewerThanThreeSearchedForIsNeverTold() {
    search(5, 200, "tea", "lamp");
    search(1, 2, "secret", "secret", "secret");
    search(2, 2, "secret");
    assertEquals(List.of(), TrendingSearches.of(shop, NOW, 10));
  }

  private List<String> trending() {
    var ask = new Ask(Query.ofShop(NOW), List.of(new Trending()), Rules.NONE, 10);
    return Ranking.best(shop, ask).items().stream().map(Suggestion::product).toList();
  }

  private void sessions(int count, int daysAgo, String product) {
    var at = NOW.minus(Duration.ofDays(daysAgo));
    for (int i = 0; i < count; i++) {
      shop.browsing()
          .put(profile(++profiles), new Trail(List.of(new Interaction(at, Kind.VIEWED, product))));
    }
  }

  private void orders(int count, int daysAgo, String product) {
    for (int i = 0; i < count; i++) {
      profiles++;
      var at = NOW.minus(Duration.ofDays(daysAgo));
      shop.baskets().put(new UUID(1, profiles), profiles, at, List.of(product));
    }
  }

  /** An hour apart. */
  private void search(int profile, int hoursAgo, String... queries) {
    var trail = Trail.EMPTY;
    for (int i = 0; i < queries.length; i++) {
      var at = NOW.minus(Duration.ofHours(hoursAgo - i));
      trail = trail.with(List.of(new Interaction(at, Kind.SEARCHED, queries[i])), 100);
    }
    shop.browsing().put(profile(1000 + profile), trail);
  }
}
