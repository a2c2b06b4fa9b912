package dev.perennial.recommendation.session.domain;

import static dev.perennial.recommendation.browse.domain.Trips.minute;
import static dev.perennial.recommendation.browse.domain.Trips.profile;
import static dev.perennial.recommendation.browse.domain.Trips.views;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.browse.domain.Trips;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextInSessionTest {

  private static final Instant NOW = minute(1_000);

  private final Shop shop = new Shop();
  private final Strategy next = new NextInSession(NextInSession.Settings.DEFAULT);

  @Test
  void followsTheSessionsThatHoldWhatWasClicked() {
    shop.browsing().put(profile(1), views(0, "tea", "cup", "spoon"));
    shop.browsing().put(profile(2), views(0, "tea", "cup"));
    shop.browsing().put(profile(3), views(0, "lamp", "bulb"));
    assertEquals(List.of("cup", "spoon"), shown(Query.ofClicks(List.of("tea"), NOW)));
  }

  @Test
  void theLastClickCountsMost() {
    shop.browsing().put(profile(1), views(0, "tea", "cup"));
    shop.browsing().put(profile(2), views(0, "lamp", "bulb"));
    assertEquals(
        List.of("bulb", "cup"),
        shown(Query.ofClicks(List.of("tea", "lamp"), NOW)).stream()
            .filter(product -> !product.equals("tea"))
            .toList());
  }

  @Test
  void aLateSessionCountsMoreThanOneOfLongAgo() {
    shop.browsing().put(profile(1), views(-60L * 24 * 90, "tea", "spoon"));
    shop.browsing().put(profile(2), views(0, "tea", "cup"));
    assertEquals(List.of("cup", "spoon"), shown(Query.ofClicks(List.of("tea"), NOW)));
  }

  @Test
  void whatIsLookedAtNowIsNotShownButWhatWasBeforeMayBe() {
    shop.browsing().put(profile(1), views(0, "tea", "cup"));
    assertEquals(List.of("tea"), shown(Query.ofClicks(List.of("tea", "cup"), NOW)));
  }

  @Test
  void withoutClicksTheSessionOfTheProfileIsLookedAtAndTellsNothingItself() {
    shop.browsing().put(profile(1), views(0, "tea", "cup"));
    shop.browsing().put(profile(2), views(990, "lamp", "tea"));
    var scores = next.candidates(shop, Query.ofProfile(profile(2), NOW)).scores();
    assertTrue(scores.of(shop.products().find("cup")) > 0);
    assertEquals(0, scores.of(shop.products().find("lamp")));
  }

  @Test
  void aVisitorWithoutAProfileIsNotToldByTheirOwnSession() {
    shop.browsing().put(profile(1), views(0, "lamp", "tea", "cup"));
    shop.browsing().put(profile(2), views(998, "lamp", "tea"));
    assertEquals(List.of("cup", "lamp"), shown(Query.ofClicks(List.of("lamp", "tea"), NOW)));
    var evidence =
        next.candidates(shop, Query.ofClicks(List.of("lamp", "tea"), NOW))
            .evidence(shop.products().find("cup"));
    assertEquals(new Evidence.NextClick(1, 1, Optional.empty(), 0), evidence);
  }

  @Test
  void aSessionOfAnotherThatGoesOnTellsWhatItHoldsBesideTheClicks() {
    shop.browsing().put(profile(1), views(998, "tea", "cup"));
    assertEquals(List.of("cup"), shown(Query.ofClicks(List.of("tea"), NOW)));
  }

  @Test
  void theProductOfASessionThatIsLookedAtNowIsNotShown() {
    shop.browsing().put(profile(1), views(0, "tea", "cup", "spoon"));
    shop.browsing().put(profile(2), views(990, "tea", "cup"));
    assertEquals(List.of("spoon", "tea"), shown(Query.ofProfile(profile(2), NOW)));
  }

  @Test
  void aProfileThatIsAwayHasNothingNext() {
    shop.browsing().put(profile(1), views(0, "tea", "cup"));
    shop.browsing().put(profile(2), views(0, "tea"));
    assertEquals(0, next.candidates(shop, Query.ofProfile(profile(2), NOW)).scores().size());
  }

  @Test
  void onlyTheLatestSessionsAreCompared() {
    var settings = new NextInSession.Settings(2, 2, 1, 1, Duration.ofDays(30), 0);
    for (int i = 1; i <= 5; i++) {
      shop.browsing().put(profile(i), views(100L * i, "tea", "cup" + i));
    }
    var scores =
        new NextInSession(settings).candidates(shop, Query.ofClicks(List.of("tea"), NOW)).scores();
    assertTrue(scores.of(shop.products().find("cup5")) > 0);
    assertTrue(scores.of(shop.products().find("cup4")) > 0);
    assertEquals(0, scores.of(shop.products().find("cup3")));
  }

  @Test
  void saysHowManyLikeSessionsHoldIt() {
    shop.browsing().put(profile(1), views(0, "tea", "cup"));
    shop.browsing().put(profile(2), views(0, "tea", "cup"));
    shop.browsing().put(profile(3), views(0, "tea", "spoon"));
    var evidence =
        next.candidates(shop, Query.ofClicks(List.of("tea"), NOW))
            .evidence(shop.products().find("cup"));
    var expected = new Evidence.NextClick(2, 3, Optional.empty(), 0);
    assertEquals(expected, evidence);
  }

  @Test
  void theOrderInWhichSessionsWereHeardOfDoesNotMatter() {
    var other = new Shop();
    for (int i = 0; i < 40; i++) {
      int last = 39 - i;
      shop.browsing().put(profile(i), Trips.views(i % 3, "tea", "p" + i % 7, "q" + i % 5));
      other
          .browsing()
          .put(profile(last), Trips.views(last % 3, "tea", "p" + last % 7, "q" + last % 5));
    }
    var query = Query.ofClicks(List.of("p1", "tea"), NOW);
    assertEquals(suggestions(shop, query), suggestions(other, query));
  }

  private List<String> shown(Query query) {
    return suggestions(shop, query).stream().map(Suggestion::product).toList();
  }

  private List<Suggestion> suggestions(Shop of, Query query) {
    return Ranking.best(of, new Ask(query, List.of(next), Rules.NONE, 20)).items();
  }
}
