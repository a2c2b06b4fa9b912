package dev.perennial.channel.message.app.shown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.Interest;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.PriceDropped;
import dev.perennial.contracts.recommendation.v1.ProductCard;
import dev.perennial.contracts.recommendation.v1.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardTest {

  private static final Timestamp NOON = Timestamp.newBuilder().setSeconds(1_790_000_000).build();

  @Test
  void aTemplateSeesTheWholeCard() {
    var item =
        item(Reason.newBuilder().setBoughtTogether(evidence()))
            .setName("Saucer")
            .setProduct(
                ProductCard.newBuilder()
                    .setPriceMicros(3_500_000)
                    .setCurrency("GBP")
                    .setBrand("Acme")
                    .setUrl("https://shop.example.com/saucer")
                    .setImageUrl("https://shop.example.com/saucer.jpg")
                    .setStock(7));
    var card = Card.of(item.build());
    assertEquals("Acme", card.get("brand"));
    assertEquals("GBP", card.get("currency"));
    assertEquals("3.50", card.get("price"));
    assertEquals("Saucer", card.get("name"));
    assertEquals("frequently-bought-together", card.get("strategy"));
    assertEquals("https://shop.example.com/saucer.jpg", card.get("image_url"));
    assertEquals("https://shop.example.com/saucer", card.get("url"));
    assertEquals("https://shop.example.com/saucer?recommendation_id=an-id", card.get("link"));
    assertEquals("an-id", card.get("recommendation_id"));
    assertEquals(7L, card.get("stock"));
    assertEquals("12 of 24 orders with T1 have it", card.get("why"));
    var evidence = evidenceOf(card);
    assertEquals("bought_together", evidence.get("kind"));
    assertEquals(12L, evidence.get("pair_orders"));
    assertEquals("T1", evidence.get("seed_name"));
  }

  @Test
  void whatIsNotKnownIsNotThere() {
    assertEquals(
        Map.of("product_id", "saucer", "name", "saucer", "evidence", Map.of()),
        Card.of(Item.newBuilder().setProductId("saucer").build()));
  }

  @Test
  void aPriceDropNamesBothPricesAsTheyWereWhenItWasToldOf() {
    var drop =
        PriceDropped.newBuilder()
            .setPriceMicros(15_000_000)
            .setPreviousPriceMicros(20_990_000)
            .setCurrency("EUR")
            .setDroppedAt(NOON)
            .setInterest(Interest.VIEWED);
    // The catalog in memory may still have the price before, and may have a later one.
    var item =
        item(Reason.newBuilder().setPriceDropped(drop))
            .setProduct(ProductCard.newBuilder().setPriceMicros(20_990_000).setCurrency("EUR"));
    var card = Card.of(item.build());
    assertEquals("15.00", card.get("price"));
    assertEquals("20.99", card.get("previous_price"));
    assertEquals("Now 15.00 EUR instead of 20.99: you looked at it", card.get("why"));
    assertEquals(
        Map.of(
            "kind", "price_dropped",
            "price", "15.00",
            "previous_price", "20.99",
            "currency", "EUR",
            "dropped_at", "2026-09-21T14:13:20Z",
            "interest", "viewed"),
        card.get("evidence"));
  }

  static List<FieldDescriptor> kinds() {
    return Reason.getDescriptor().getFields();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindOfReasonIsSaidInWords(FieldDescriptor kind) {
    var builder = Reason.newBuilder();
    var reason = builder.setField(kind, builder.newBuilderForField(kind).build()).build();
    var card = Card.of(item(reason.toBuilder()).build());
    assertFalse(String.valueOf(card.getOrDefault("why", "")).isBlank());
    assertEquals(kind.getName(), evidenceOf(card).get("kind"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/p, https://a.example/p?recommendation_id=x",
    "https://a.example/p?size=1, https://a.example/p?size=1&recommendation_id=x",
    "https://a.example/p#top, https://a.example/p?recommendation_id=x#top",
    "https://a.example/p?a=1#b?c, https://a.example/p?a=1&recommendation_id=x#b?c",
  })
  void aLinkKeepsWhatTheAddressHas(String url, String link) {
    assertEquals(link, Link.to(url, "x"));
  }

  @ParameterizedTest
  @CsvSource({"12500000, 12.50", "1000000, 1.00", "123, 0.000123", "0, 0.00"})
  void moneyIsWrittenAsPeopleDo(long micros, String amount) {
    assertEquals(amount, Amount.of(micros));
  }

  private static Map<?, ?> evidenceOf(Map<String, Object> card) {
    return assertInstanceOf(Map.class, card.get("evidence"));
  }

  private static Item.Builder item(Reason.Builder reason) {
    return Item.newBuilder()
        .setProductId("saucer")
        .setStrategy("frequently-bought-together")
        .setRecommendationId("an-id")
        .setReason(reason);
  }

  private static Evidence.Builder evidence() {
    return Evidence.newBuilder().setSeedProductId("T1").setPairOrders(12).setSeedOrders(24);
  }
}
