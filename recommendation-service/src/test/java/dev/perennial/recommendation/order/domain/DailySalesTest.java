package dev.perennial.recommendation.order.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.catalog.domain.Products;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DailySalesTest {

  private static final Instant TODAY = Instant.parse("2026-03-10T09:00:00Z");
  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);
  private static final Decay WEEKLY = new Decay(7);

  private final Products products = new Products();
  private final BasketIndex index = new BasketIndex(products);

  @Test
  void anOrderWeighsHalfAfterEachHalfLife() {
    buys(ANN, 1, 0, "cup");
    buys(ANN, 2, 7, "cup", "spoon");
    buys(ANN, 3, 14, "cup");
    assertEquals(1 + 0.5 + 0.25, decayed(index.sales(), "cup", 0));
    assertEquals(0.5, decayed(index.sales(), "spoon", 0));
  }

  @Test
  void daysAfterTheLastOneDoNotCount() {
    buys(ANN, 1, 0, "cup");
    buys(ANN, 2, 7, "cup");
    int today = DailySales.day(TODAY);
    assertEquals(0.5, index.sales().decayed(products.find("cup"), WEEKLY, today - 1, today));
    assertEquals(0.5, index.sales().decayedOrders(WEEKLY, today - 1, today));
  }

  @Test
  void afterTenHalfLivesNothingIsLeft() {
    buys(ANN, 1, 70, "cup");
    buys(ANN, 2, 71, "spoon");
    assertEquals(Math.pow(2, -10), decayed(index.sales(), "cup", 0));
    assertEquals(0, decayed(index.sales(), "spoon", 0));
  }

  @Test
  void aCountryHasTheSalesOfThoseWhoLiveThere() {
    index.locate(ANN, "FR");
    buys(ANN, 1, 0, "cup");
    buys(BOB, 2, 0, "cup");
    index.locate(BOB, "de");
    assertEquals(1, decayed(index.salesIn("fr"), "cup", 0));
    assertEquals(1, decayed(index.salesIn("DE"), "cup", 0));
    assertEquals(0, decayed(index.salesIn("IT"), "cup", 0));
  }

  @Test
  void whoMovesTakesTheSalesAlong() {
    index.locate(ANN, "FR");
    buys(ANN, 1, 0, "cup");
    index.locate(ANN, "IT");
    buys(ANN, 2, 0, "cup");
    assertEquals(0, decayed(index.salesIn("FR"), "cup", 0));
    assertEquals(2, decayed(index.salesIn("IT"), "cup", 0));
    index.locate(ANN, "");
    assertEquals(0, decayed(index.salesIn("IT"), "cup", 0));
  }

  @Test
  void whoGoesLeavesNothingBehind() {
    index.locate(ANN, "FR");
    buys(ANN, 1, 0, "cup");
    index.remove(ANN);
    assertEquals(0, decayed(index.salesIn("FR"), "cup", 0));
    assertEquals(0, decayed(index.sales(), "cup", 0));
  }

  @Test
  void aCountryKeepsNothingOfWhatIsSoldElsewhere() {
    index.locate(BOB, "DE");
    buys(ANN, 1, 0, "cup", "spoon", "fork");
    buys(BOB, 2, 0, "knife");
    assertEquals(Set.of(products.find("knife")), index.salesIn("DE").products());
    buys(BOB, 2, 0, "cup");
    assertEquals(Set.of(products.find("cup")), index.salesIn("DE").products());
  }

  @Test
  void aCountryThatNobodyLivesInAnyMoreIsNotKept() {
    var sales = new SalesByCountry();
    for (int i = 0; i < 1000; i++) {
      sales.locate(ANN, "nowhere " + i, List.of());
    }
    sales.locate(BOB, "nowhere 999", List.of());
    assertEquals(1, sales.size());
    sales.forget(ANN);
    sales.locate(BOB, "", List.of());
    assertEquals(0, sales.size());
  }

  @Test
  void aTextThatIsTooLongForACountryIsNone() {
    var sales = new SalesByCountry();
    sales.locate(ANN, "a".repeat(65), List.of());
    assertEquals(0, sales.size());
  }

  @Property
  void theOrderOfArrivalMakesNoDifference(
      @ForAll @Size(max = 12) List<@IntRange(max = 90) Integer> ages, @ForAll long seed) {
    var one = new DailySalesTest();
    var arrivals = new ArrayList<Integer>();
    for (int i = 0; i < ages.size(); i++) {
      arrivals.add(i);
    }
    for (int id : arrivals) {
      one.buys(ANN, id, ages.get(id), "cup", "p" + id % 3);
    }
    var other = new DailySalesTest();
    Collections.shuffle(arrivals, new Random(seed));
    for (int id : arrivals) {
      // Told in another way first, and corrected by what comes next.
      other.buys(ANN, id, 3, "spoon");
      other.buys(ANN, id, ages.get(id), "cup", "p" + id % 3);
    }
    for (String product : List.of("cup", "p0", "p1", "p2", "spoon")) {
      assertEquals(
          one.decayed(one.index.sales(), product, 0),
          other.decayed(other.index.sales(), product, 0));
    }
    assertEquals(instants(one.index), instants(other.index));
  }

  private static List<Instant> instants(BasketIndex index) {
    return index.history(ANN).stream().map(PastOrder::at).toList();
  }

  private double decayed(DailySales sales, String product, int daysAgo) {
    int today = DailySales.day(TODAY) - daysAgo;
    int number = products.find(product);
    return number < 0 ? 0 : sales.decayed(number, WEEKLY, today, today);
  }

  private void buys(UUID profile, long id, int daysAgo, String... bought) {
    index.put(profile, id, TODAY.minus(Duration.ofDays(daysAgo)), List.of(bought));
  }
}
