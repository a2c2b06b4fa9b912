package dev.perennial.recommendation.person.domain;

import static dev.perennial.recommendation.person.domain.Buyers.day;
import static dev.perennial.recommendation.person.domain.Buyers.person;
import static dev.perennial.recommendation.person.domain.Buyers.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Query;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NextBestTest {

  private static final double CLOSE = 1e-12;

  /** Long after all orders: nothing is in season. */
  private static final int LATER = 300;

  private final NextBest nextBest =
      new NextBest(new NextBest.Settings(0.1, 0.9, 0.7, 0.02, 0.001, 7));

  @Test
  void whatIsInMoreAndLaterOrdersComesFirst() {
    var buyers = new Buyers().buys(1, 1, "tea", "cup").buys(1, 20, "tea").learn();
    double all = 1 + 0.9;
    assertEquals(0.9 * 0.02, buyers.score(nextBest, query(1, LATER, 0.1), "tea"), CLOSE);
    assertEquals(
        0.9 * (0.9 / all) * 0.02, buyers.score(nextBest, query(1, LATER, 0.1), "cup"), CLOSE);
  }

  @Test
  void theShopsDaysBeforeTodaySayWhatIsInSeason() {
    var buyers = new Buyers().buys(1, 1, "tea", "ice");
    buyers.buys(2, 107, "ice").buys(3, 114, "soup").buys(4, 121, "tea").learn();
    // Of a week and of two weeks ago; today's order does not count yet.
    double season = 0.25 / (0.25 + 0.5);
    assertEquals(season + 0.02, buyers.score(nextBest, query(1, 121, 0), "ice"), CLOSE);
    assertEquals(0.02, buyers.score(nextBest, query(1, 121, 0), "tea"), CLOSE);
  }

  @Test
  void whatAlikeBuyersBuyIsNewToThePerson() {
    var buyers = alikeBuyers().learn();
    // Three common buyers, of four of tea and three of jam.
    double taste = 3 / (Math.pow(4, 0.1) * Math.pow(3, 0.9));
    assertEquals(0.3 * taste * 0.001, buyers.score(nextBest, query(1, LATER, 0.3), "jam"), CLOSE);
    assertEquals(
        new Evidence.BoughtByAlike("tea", "Green tea", 3, 4, 3, 0),
        nextBest
            .candidates(buyers.shop, query(1, LATER, 0.3))
            .evidence(buyers.shop.products().find("jam")));
  }

  @Test
  void twoCommonBuyersAreNoTaste() {
    var buyers = new Buyers().buys(1, 1, "tea").buys(2, 2, "tea", "jam").buys(3, 3, "tea", "jam");
    assertEquals(0, buyers.learn().score(nextBest, query(1, LATER, 1), "jam"));
  }

  @Test
  void aRepeatSaysHowOftenAndWhenLast() {
    var buyers = new Buyers().buys(1, 1, "tea").buys(1, 5, "tea", "cup").buys(1, 9, "cup").learn();
    assertEquals(
        new Evidence.BoughtBefore(2, 3, day(5), 0),
        nextBest
            .candidates(buyers.shop, query(1, LATER, 0))
            .evidence(buyers.shop.products().find("tea")));
  }

  @Test
  void nothingIsKnownOfAStranger() {
    var buyers = alikeBuyers().learn();
    assertEquals(0, nextBest.candidates(buyers.shop, query(9, LATER, 0.5)).scores().size());
    assertEquals(0, nextBest.candidates(buyers.shop, Query.ofShop(day(LATER))).scores().size());
  }

  @Test
  void repeatsAreShownBeforeTheFirstModelIsMade() {
    var buyers = alikeBuyers();
    assertTrue(buyers.score(nextBest, Query.ofProfile(person(1), day(LATER)), "tea") > 0);
  }

  @Property
  void theDialsEndsShowOnlyRepeatsAndOnlyWhatIsNew(
      @ForAll @DoubleRange(min = 0, max = 1) double dial) {
    var buyers = alikeBuyers().learn();
    var products = new ArrayList<String>();
    nextBest
        .candidates(buyers.shop, query(1, LATER, dial))
        .scores()
        .forEach((product, _) -> products.add(buyers.shop.products().id(product)));
    products.sort(null);
    assertEquals(
        dial == 0 ? List.of("tea") : dial == 1 ? List.of("jam") : List.of("jam", "tea"), products);
  }

  private static Buyers alikeBuyers() {
    var buyers = new Buyers().buys(1, 1, "tea");
    buyers.shop.products().seeName("tea", "Green tea");
    return buyers
        .buys(2, 2, "tea", "jam")
        .buys(3, 3, "tea", "jam")
        .buys(4, 4, "jam")
        .buys(4, 9, "tea");
  }
}
