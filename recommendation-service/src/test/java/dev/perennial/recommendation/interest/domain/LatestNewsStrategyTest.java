package dev.perennial.recommendation.interest.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.interest.domain.News.Kind;
import dev.perennial.recommendation.interest.domain.News.Reason;
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
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LatestNewsStrategyTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private final Shop shop = new Shop();

  @Test
  void whatWasAskedForComesBeforeTheCartAndThatBeforeWhatWasViewedAndThereTheGreaterDrop() {
    assertEquals(
        List.of("asked", "carted", "half", "tenth"),
        products(
            LatestNewsStrategy.priceDrops(),
            cheaper("tenth", Reason.VIEWED, 90),
            cheaper("carted", Reason.CARTED, 95),
            cheaper("half", Reason.VIEWED, 50),
            cheaper("asked", Reason.ASKED, 95)));
  }

  @Test
  void whatCameBackLastIsTheFirstOfTheReturns() {
    assertEquals(
        List.of("today", "yesterday"),
        products(
            LatestNewsStrategy.backInStock(),
            back("yesterday", 1),
            cheaper("cheap", Reason.ASKED, 1),
            back("today", 0)));
  }

  @Test
  void bothPricesAndTheReasonAreTheEvidence() {
    var news = cheaper("cup", Reason.VIEWED, 80);
    assertEquals(
        Optional.of(
            new Evidence.PriceDropped(80_000_000, 100_000_000, "GBP", news.at(), Reason.VIEWED)),
        shown(LatestNewsStrategy.priceDrops(), news).getFirst().evidence());
  }

  private List<String> products(Strategy strategy, Noticed... news) {
    return shown(strategy, news).stream().map(Suggestion::product).toList();
  }

  private List<Suggestion> shown(Strategy strategy, Noticed... news) {
    List.of(news).forEach(one -> shop.products().number(one.product()));
    var ask =
        new Ask(Query.ofProfile(UUID.randomUUID(), NOW), List.of(strategy), Rules.NONE, 10)
            .withNews(List.of(news));
    return Ranking.best(shop, ask).items();
  }

  private static Noticed cheaper(String product, Reason reason, long pounds) {
    return new Noticed(
        product,
        Kind.PRICE_DROPPED,
        reason,
        NOW.minus(Duration.ofHours(1)),
        OptionalLong.of(pounds * 1_000_000),
        OptionalLong.of(100_000_000),
        "GBP");
  }

  private static Noticed back(String product, int daysAgo) {
    return new Noticed(
        product,
        Kind.BACK_IN_STOCK,
        Reason.VIEWED,
        NOW.minus(Duration.ofDays(daysAgo)),
        OptionalLong.empty(),
        OptionalLong.empty(),
        "");
  }
}
