package dev.perennial.recommendation.messaging;

import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.catalog.domain.Sighting;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;

/** What of a profile's activities shows how products are. */
final class SightingDecoder {

  private static final int LONGEST = 2_000;

  private SightingDecoder() {}

  static Stream<Sighting> sightings(ProfileActivity activity) {
    EventRecorded event = activity.getEventRecorded();
    Instant at = ActivityDecoder.instant(activity.getOccurredAt());
    Commerce commerce = event.getCommerce();
    return switch (event.getName()) {
      case "Product Viewed", "Product Added" -> {
        JsonObject properties = ClientTexts.properties(event);
        yield items(activity.getWorkspace(), commerce, properties, at);
      }
      case "Order Completed" -> items(activity.getWorkspace(), commerce, new JsonObject(), at);
      default -> Stream.empty();
    };
  }

  private static Stream<Sighting> items(
      String workspace, Commerce commerce, JsonObject properties, Instant at) {
    return commerce.getItemsList().stream()
        .filter(item -> ClientTexts.id(item.getProductId()).isPresent())
        .map(item -> sighting(workspace, commerce, item, properties, at));
  }

  private static Sighting sighting(
      String workspace, Commerce commerce, LineItem item, JsonObject properties, Instant at) {
    return new Sighting(
        new ProductKey(workspace, item.getProductId()),
        ClientTexts.shown(item.getName(), LONGEST),
        ClientTexts.shown(item.getCategory(), LONGEST),
        text(properties, "brand"),
        Math.max(0, item.getPriceMicros()),
        ClientTexts.shown(commerce.getCurrency(), LONGEST),
        text(properties, "image_url"),
        text(properties, "url"),
        at,
        at);
  }

  private static String text(JsonObject properties, String name) {
    return properties.getValue(name) instanceof String text ? ClientTexts.shown(text, LONGEST) : "";
  }
}
