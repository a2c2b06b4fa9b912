package dev.perennial.recommendation.session.domain;

import static dev.perennial.recommendation.browse.domain.Trips.minute;
import static dev.perennial.recommendation.browse.domain.Trips.profile;
import static dev.perennial.recommendation.browse.domain.Trips.views;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentlyViewedTest {

  private final Shop shop = new Shop();
  private final RecentlyViewed recentlyViewed = new RecentlyViewed();

  @Test
  void showsTheLastFirstAndEachOnce() {
    shop.browsing().put(profile(1), views(0, "cup", "plate", "spoon", "plate"));
    shop.browsing().put(profile(2), views(5, "lamp"));
    var query = Query.ofProfile(profile(1), minute(60));
    var shown = Ranking.best(shop, new Ask(query, List.of(recentlyViewed), Rules.NONE, 10)).items();
    assertEquals(
        List.of("plate", "spoon", "cup"), shown.stream().map(Suggestion::product).toList());
    assertEquals(new Evidence.LookedAt(minute(3), 2), shown.getFirst().evidence().orElseThrow());
  }

  @Test
  void showsNothingToWhoIsNotKnown() {
    assertEquals(0, recentlyViewed.candidates(shop, Query.ofShop(minute(0))).scores().size());
    assertEquals(
        0, recentlyViewed.candidates(shop, Query.ofProfile(profile(9), minute(0))).scores().size());
  }
}
