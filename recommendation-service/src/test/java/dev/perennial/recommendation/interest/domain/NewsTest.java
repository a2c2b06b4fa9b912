package dev.perennial.recommendation.interest.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.catalog.domain.CatalogProduct;
import dev.perennial.recommendation.catalog.domain.Change;
import dev.perennial.recommendation.catalog.domain.Entries;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.catalog.domain.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** News that not all were told yet, when the product changes once more. */
class NewsTest {

  private static final double LEAST = 0.05;
  private static final ProductKey CUP = new ProductKey("shop", "cup");

  private static Told costs(long price, long stock) {
    return new Told.As(Entries.at(OptionalLong.of(price), OptionalLong.of(stock)), false, "{}");
  }

  private static List<News> news(Change change) {
    return News.of(change, FallingPrice.after(change, Optional.empty()), LEAST);
  }

  /** The first news that these tell of, as it is after the last of them; -1 when it is over. */
  private static long priceInNews(Told... told) {
    Optional<CatalogProduct> known = Optional.empty();
    Optional<News> news = Optional.empty();
    boolean found = false;
    for (Told one : told) {
      var after = one.after(CUP, known, Instant.EPOCH);
      var change = Change.between(known, after.orElseThrow());
      if (found) {
        news = news.flatMap(before -> before.since(change, LEAST));
      } else {
        news = news(change).stream().findFirst();
        found = news.isPresent();
      }
      known = after;
    }
    return news.map(one -> one.priceMicros().orElseThrow()).orElse(-1L);
  }

  @Test
  void aDropIsOverWhenThePriceRisesAgain() {
    assertEquals(-1, priceInNews(costs(100, 1), costs(80, 1), costs(98, 1)));
  }

  @Test
  void aDropOfWhichSomethingIsLeftTellsThePriceOfNow() {
    assertEquals(90, priceInNews(costs(100, 1), costs(80, 1), costs(90, 1)));
    assertEquals(79, priceInNews(costs(100, 1), costs(80, 1), costs(79, 1)));
  }

  @Test
  void aReturnToStockIsOverWhenItIsSoldOutAgain() {
    assertEquals(-1, priceInNews(costs(100, 0), costs(100, 5), costs(100, 0)));
    assertEquals(100, priceInNews(costs(100, 0), costs(100, 5), costs(100, 4)));
  }

  @Test
  void whatIsTakenOutIsNoNewsAnyMore() {
    assertEquals(-1, priceInNews(costs(100, 1), costs(80, 1), new Told.Gone()));
    assertEquals(-1, priceInNews(costs(100, 0), costs(100, 1), new Told.Gone()));
  }

  /** The prices before the drops that are news. */
  private static List<Long> toldFrom(long... prices) {
    Optional<CatalogProduct> known = Optional.empty();
    Optional<FallingPrice> falling = Optional.empty();
    var told = new ArrayList<Long>();
    for (long price : prices) {
      var after = costs(price, 1).after(CUP, known, Instant.EPOCH);
      var change = Change.between(known, after.orElseThrow());
      falling = FallingPrice.after(change, falling);
      for (News news : News.of(change, falling, LEAST)) {
        told.add(news.previousPriceMicros().orElseThrow());
        falling = Optional.empty();
      }
      known = after;
    }
    return told;
  }

  @Test
  void smallDropsAreNewsOnceTheyComeToAGreatOne() {
    assertEquals(List.of(), toldFrom(100, 96));
    assertEquals(List.of(100L), toldFrom(100, 96, 93));
    assertEquals(List.of(100L), toldFrom(100, 96, 93, 92, 91));
    assertEquals(List.of(100L, 93L), toldFrom(100, 96, 93, 90, 88));
    assertEquals(List.of(100L), toldFrom(100, 96, 98, 94));
    assertEquals(List.of(), toldFrom(100, 96, 101, 97));
  }

  @Test
  void ofTwoNewsOfOneSubjectOneIsKnownByItsVersion() {
    var cheaper = news(costs(100, 1), costs(80, 1));
    var cheaperStill = news(costs(100, 1), costs(80, 1), costs(60, 1));
    assertEquals(cheaper.subject(), cheaperStill.subject());
    assertEquals(List.of(2L, 3L), List.of(cheaper.id().version(), cheaperStill.id().version()));
  }

  private static News news(Told... told) {
    Optional<CatalogProduct> known = Optional.empty();
    Optional<News> last = Optional.empty();
    for (Told one : told) {
      var after = one.after(CUP, known, Instant.EPOCH);
      last = news(Change.between(known, after.orElseThrow())).stream().findFirst();
      known = after;
    }
    return last.orElseThrow();
  }
}
