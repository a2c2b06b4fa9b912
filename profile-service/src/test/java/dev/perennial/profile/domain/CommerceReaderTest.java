package dev.perennial.profile.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.perennial.profile.domain.Commerce.Kind;
import dev.perennial.profile.domain.Commerce.LineItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommerceReaderTest {

  @Test
  void subtotalComesBeforeAllElse() {
    assertEquals(
        22_500_000, order(Map.of("subtotal", 22.5, "total", 27.5, "revenue", 25, "discount", 2.5)));
  }

  @Test
  void totalIsTakenLessTaxAndShipping() {
    assertEquals(22_500_000, order(Map.of("total", 27.5, "tax", 2, "shipping", 3, "revenue", 99)));
  }

  @Test
  void revenueComesBeforeTheProducts() {
    assertEquals(25_000_000, order(Map.of("revenue", 25, "products", List.of(Map.of("price", 1)))));
  }

  @Test
  void productsAreSummedLessTheDiscount() {
    assertEquals(
        12_550_000,
        order(
            Map.of(
                "products",
                List.of(Map.of("price", decimal("2.55"), "quantity", 6), Map.of("price", 0.25)),
                "discount",
                "3.00")));
  }

  @Test
  void numericStringsAreNumbers() {
    assertEquals(2_550_000, order(Map.of("subtotal", " 2.55 ")));
  }

  @Test
  void amountsAreRoundedHalfUpBelowAMillionth() {
    assertEquals(1, order(Map.of("subtotal", decimal("0.0000005"))));
    assertEquals(0, order(Map.of("subtotal", decimal("0.00000049"))));
    assertEquals(-1, order(Map.of("subtotal", decimal("-0.0000005"))));
  }

  @Test
  void malformedMoneyIsTakenAsAbsent() {
    assertEquals(7_000_000, order(Map.of("subtotal", "a lot", "total", List.of(), "revenue", 7)));
    assertNull(order(Map.of("subtotal", true)));
  }

  @Test
  void numbersThatCannotBeMoneyAreTakenAsAbsent() {
    assertNull(order(Map.of("subtotal", decimal("1E+2147483000"))));
    assertNull(order(Map.of("subtotal", decimal("1E-2147483000"))));
    assertNull(order(Map.of("subtotal", "1E2147483000")));
    assertNull(order(Map.of("subtotal", BigInteger.TEN.pow(900))));
    assertNull(order(Map.of("subtotal", decimal("10000000000000"))));
  }

  @Test
  void anOrderWithoutMoneyHasNoValue() {
    assertNull(order(Map.of("products", List.of(Map.of("product_id", "a")))));
  }

  @Test
  void aRefundGivesBackItsAbsoluteValue() {
    var products = List.of(Map.of("price", decimal("4.65"), "quantity", -2));
    var refund = CommerceReader.read("Order Refunded", Map.of("products", products));
    assertEquals(Kind.REFUND, refund.kind());
    assertEquals(9_300_000L, refund.valueMicros());
  }

  @Test
  void anAdjustmentKeepsItsSign() {
    var adjustment = CommerceReader.read("Balance Adjusted", Map.of("value", decimal("-11062.06")));
    assertEquals(Kind.ADJUSTMENT, adjustment.kind());
    assertEquals(-11_062_060_000L, adjustment.valueMicros());
  }

  @Test
  void lineItemsAreRead() {
    var products =
        List.of(
            Map.of(
                "product_id",
                84029,
                "name",
                "hottie",
                "category",
                "warm",
                "price",
                "3.39",
                "quantity",
                "6"),
            "no product",
            Map.of("product_id", "free"));
    assertEquals(
        List.of(
            new LineItem("84029", "hottie", "warm", 3_390_000, 6),
            new LineItem("free", "", "", 0, 1)),
        CommerceReader.read("Order Completed", Map.of("products", products)).items());
  }

  @Test
  void anEventAboutOneProductHasOneItem() {
    var viewed =
        CommerceReader.read(
            "Product Viewed", Map.of("product_id", "a", "price", 2, "currency", "eur"));
    assertEquals(List.of(new LineItem("a", "", "", 2_000_000, 1)), viewed.items());
    assertEquals("EUR", viewed.currency());
    assertEquals(Kind.OTHER, viewed.kind());
    assertNull(viewed.valueMicros());
  }

  @Property
  void moneyOfAMillionthOrMoreIsExact(
      @ForAll @Scale(6) @BigRange(min = "-1000000", max = "1000000") BigDecimal price,
      @ForAll @IntRange(min = -1000, max = 1000) int quantity) {
    var value = order(Map.of("products", List.of(Map.of("price", price, "quantity", quantity))));
    assertEquals(
        price.multiply(BigDecimal.valueOf(quantity)).movePointRight(6).longValueExact(), value);
  }

  private static @Nullable Long order(Map<String, ?> properties) {
    return CommerceReader.read("Order Completed", properties).valueMicros();
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
