package dev.perennial.recommendation.messaging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.TraitsChanged;
import dev.perennial.recommendation.attribution.domain.Act;
import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.catalog.domain.Sighting;
import dev.perennial.recommendation.interest.domain.Interest;
import dev.perennial.recommendation.order.domain.Fact;
import io.vertx.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whoever has a write key can send anything: it must stop nobody's stream. */
class DecodersPropertyTest {

  private static final UUID PROFILE = new UUID(1, 2);
  private static final String ITEM = "home.a.best-sellers.0198c0de-0000-7000-8000-000000000001";

  @Property
  void whateverTheyHoldEventsAreReadAndIdsFitIntoAnIndex(@ForAll("events") EventRecorded event) {
    var activity =
        ProfileActivity.newBuilder().setWorkspace("shop").setEventRecorded(event).build();
    ids(activity).forEach(id -> assertTrue(fits(id), () -> id.length() + " characters"));
  }

  @Property
  void whateverTheyHoldTraitsAreRead(@ForAll("json") String traits) {
    var changed = TraitsChanged.newBuilder().setChanged(traits);
    var activity = ProfileActivity.newBuilder().setTraitsChanged(changed).build();
    ResidenceDecoder.country(activity)
        .ifPresent(country -> assertTrue(!country.contains("\u0000") && country.length() <= 200));
  }

  private static Stream<String> ids(ProfileActivity activity) {
    return Stream.of(
            InterestDecoder.interests(activity, PROFILE).map(Interest::product).map(ProductKey::id),
            BrowsingDecoder.interactions(activity).map(Interaction::subject),
            SightingDecoder.sightings(activity).map(Sighting::key).map(ProductKey::id),
            OutcomeDecoder.acts(activity).map(DecodersPropertyTest::product),
            ActivityDecoder.fact(activity).stream().flatMap(DecodersPropertyTest::ids))
        .flatMap(ids -> ids);
  }

  private static String product(Act act) {
    return switch (act) {
      case Act.Shown shown -> shown.product();
      case Act.Clicked clicked -> clicked.click().product();
    };
  }

  private static Stream<String> ids(Fact fact) {
    return switch (fact) {
      case Fact.Bought(var order) ->
          Stream.of(
                  Stream.of(order.orderKey()),
                  order.lines().pieces().keySet().stream(),
                  order.lineMicros().keySet().stream())
              .flatMap(ids -> ids);
      case Fact.GaveBack(var refund) ->
          Stream.concat(refund.orderKey().stream(), refund.lines().pieces().keySet().stream());
      case Fact.Departed(_) -> Stream.empty();
    };
  }

  private static boolean fits(String id) {
    return !id.isEmpty()
        && id.length() <= 200
        && id.indexOf(0) < 0
        && StandardCharsets.UTF_8.newEncoder().canEncode(id);
  }

  @Provide
  Arbitrary<EventRecorded> events() {
    var names =
        Arbitraries.of(
            "Product Viewed",
            "Product Added",
            "Product Removed",
            "Product Clicked",
            "Product Added to Wishlist",
            "Product",
            "Products Searched",
            "Product List Viewed",
            "Product Notification Requested",
            "Product Price Dropped",
            "Product Back In Stock",
            "Order Completed",
            "Order Refunded",
            "Order Cancelled");
    var types = Arbitraries.of(EventType.TRACK, EventType.PAGE, EventType.SCREEN);
    return Combinators.combine(names, types, json(), commerce().injectNull(0.5))
        .as(DecodersPropertyTest::event);
  }

  private static EventRecorded event(
      String name, EventType type, String properties, @Nullable Commerce commerce) {
    var event =
        EventRecorded.newBuilder()
            .setMessageId("message")
            .setName(name)
            .setType(type)
            .setProperties(properties);
    return commerce == null ? event.build() : event.setCommerce(commerce).build();
  }

  private static Arbitrary<Commerce> commerce() {
    var items =
        Combinators.combine(texts(), Arbitraries.longs(), Arbitraries.longs())
            .as((id, price, quantity) ->
                LineItem.newBuilder()
                    .setProductId(id)
                    .setName(id)
                    .setPriceMicros(price)
                    .setQuantity(quantity)
                    .build())
            .list()
            .ofMaxSize(3);
    return Combinators.combine(texts(), Arbitraries.longs(), items)
        .as((order, value, lines) ->
            Commerce.newBuilder()
                .setOrderId(order)
                .setValueMicros(value)
                .addAllItems(lines)
                .build());
  }

  /** Mostly objects with the properties that are looked at, each of anything. */
  @Provide
  Arbitrary<String> json() {
    var names =
        Arbitraries.of(
            "product_id",
            "on",
            "query",
            "recommendation_id",
            "list_id",
            "products",
            "country",
            "address",
            "brand",
            "url");
    var objects = Arbitraries.maps(names, values().injectNull(0.1)).ofMaxSize(6).map(Json::encode);
    return Arbitraries.oneOf(
        objects,
        objects,
        objects,
        values().map(Json::encode),
        Arbitraries.of("", "null", "{\"on\""));
  }

  private static Arbitrary<Object> values() {
    Arbitrary<Object> plain =
        Arbitraries.oneOf(
            texts().map(text -> (Object) text),
            Arbitraries.of((Object) ITEM, "price_drop", "back_in_stock", true, 7, 1e300),
            Arbitraries.doubles().map(number -> (Object) number),
            Arbitraries.bigIntegers().map(number -> (Object) number));
    var product = Arbitraries.maps(Arbitraries.of("product_id", "recommendation_id"), plain);
    Arbitrary<Object> lists =
        Arbitraries.oneOf(plain, product.map(map -> (Object) map))
            .injectNull(0.2)
            .list()
            .ofMaxSize(3)
            .map(list -> (Object) list);
    return Arbitraries.oneOf(plain, plain, lists, product.map(map -> (Object) new HashMap<>(map)));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "cup", "\u0000", "a\u0000b", "\ud800", "x".repeat(200)),
        Arbitraries.strings().ofMinLength(190).ofMaxLength(300),
        Arbitraries.strings().ofMaxLength(8));
  }
}
