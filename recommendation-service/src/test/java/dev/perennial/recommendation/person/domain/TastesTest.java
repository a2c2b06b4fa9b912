package dev.perennial.recommendation.person.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TastesTest {

  private static final List<String> MANY =
      IntStream.range(0, 1_100).mapToObj("p%04d"::formatted).toList();

  @Test
  void whatCountsOfOneWhoBuysForAShopDoesNotDependOnTheNumbersOfTheProducts() {
    assertEquals(bought(MANY), bought(MANY.reversed()));
  }

  /** Those of which a buyer is known, where the products were first heard of in this order. */
  private static List<String> bought(List<String> numbered) {
    var buyers = new Buyers();
    numbered.forEach(buyers.shop.products()::number);
    buyers.buys(1, 1, MANY.toArray(String[]::new)).learn();
    var tastes = buyers.shop.model(Tastes.class).orElseThrow();
    var bought = new ArrayList<>(MANY);
    bought.removeIf(id -> tastes.buyers(buyers.shop.products().find(id)) == 0);
    return bought;
  }
}
