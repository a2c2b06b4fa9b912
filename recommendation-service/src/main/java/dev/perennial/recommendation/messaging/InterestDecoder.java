package dev.perennial.recommendation.messaging;

import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.Interest;
import dev.perennial.recommendation.interest.domain.Interest.Kind;
import dev.perennial.recommendation.interest.domain.News;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What of a profile's activities says that it wants, or no longer wants, to hear of a product. */
final class InterestDecoder {

  private static final String ASKED = "Product Notification Requested";
  private static final String CANCELLED = "Product Notification Cancelled";
  private static final String PRICE_DROP = "price_drop";
  private static final String BACK_IN_STOCK = "back_in_stock";

  private InterestDecoder() {}

  static Stream<Interest> interests(ProfileActivity activity, UUID profile) {
    EventRecorded event = activity.getEventRecorded();
    String name = event.getName();
    return switch (name) {
      case "Product Viewed" -> ofProducts(activity, profile, Kind.VIEWED);
      case "Product Added" -> ofProducts(activity, profile, Kind.CARTED);
      case "Product Removed" -> ofProducts(activity, profile, Kind.REMOVED);
      case "Product" ->
          BrowsingDecoder.isPage(event)
              ? ofProducts(activity, profile, Kind.VIEWED)
              : Stream.empty();
      case "Order Completed" ->
          event.getCommerce().getValueMicros() > 0
              ? ofProducts(activity, profile, Kind.BOUGHT)
              : Stream.empty();
      case ASKED -> ofNotification(activity, profile, Kind.ASKED_PRICE, Kind.ASKED_STOCK);
      // Who need not be told any more is as one who was.
      case CANCELLED -> ofNotification(activity, profile, Kind.TOLD_PRICE, Kind.TOLD_STOCK);
      default -> told(activity, profile, name);
    };
  }

  private static Stream<Interest> ofProducts(ProfileActivity activity, UUID profile, Kind kind) {
    return ClientTexts.products(activity.getEventRecorded())
        .map(id -> interest(activity, profile, id, kind));
  }

  /** Says of what with "on"; without it, of both. */
  private static Stream<Interest> ofNotification(
      ProfileActivity activity, UUID profile, Kind ofPrice, Kind ofStock) {
    JsonObject properties = ClientTexts.properties(activity.getEventRecorded());
    Collection<?> on = on(properties);
    boolean both = !on.contains(PRICE_DROP) && !on.contains(BACK_IN_STOCK);
    return Stream.of(ofPrice, ofStock)
        .filter(kind -> both || on.contains(kind == ofPrice ? PRICE_DROP : BACK_IN_STOCK))
        .flatMap(kind -> ofProperties(activity, profile, properties, kind));
  }

  private static Collection<?> on(JsonObject properties) {
    return switch (properties.getValue("on")) {
      case JsonArray array -> array.getList();
      case String text -> List.of(text);
      case null, default -> List.of();
    };
  }

  /** What comes back of what this service told, which answers what was asked. */
  private static Stream<Interest> told(ProfileActivity activity, UUID profile, String name) {
    if (name.equals(News.Kind.PRICE_DROPPED.event())) {
      return ofProperties(
          activity, profile, ClientTexts.properties(activity.getEventRecorded()), Kind.TOLD_PRICE);
    }
    return name.equals(News.Kind.BACK_IN_STOCK.event())
        ? ofProperties(
            activity, profile, ClientTexts.properties(activity.getEventRecorded()), Kind.TOLD_STOCK)
        : Stream.empty();
  }

  private static Stream<Interest> ofProperties(
      ProfileActivity activity, UUID profile, JsonObject properties, Kind kind) {
    return ClientTexts.id(properties, "product_id").stream()
        .map(id -> interest(activity, profile, id, kind));
  }

  private static Interest interest(
      ProfileActivity activity, UUID profile, String product, Kind kind) {
    return new Interest(
        new ProductKey(activity.getWorkspace(), product),
        profile,
        kind,
        ActivityDecoder.instant(activity.getOccurredAt()));
  }
}
