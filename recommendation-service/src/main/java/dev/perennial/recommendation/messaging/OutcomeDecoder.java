package dev.perennial.recommendation.messaging;

import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.recommendation.attribution.domain.Act;
import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.attribution.domain.Source;
import dev.perennial.recommendation.serving.domain.RecommendationId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a profile did with what was recommended: events that send the id of the item along, as
 * {@code recommendation_id} of the event or of a product in it, or as {@code list_id}.
 */
final class OutcomeDecoder {

  private static final String ID = "recommendation_id";
  private static final String LIST_ID = "list_id";

  private OutcomeDecoder() {}

  static Stream<Act> acts(ProfileActivity activity) {
    if (!activity.hasEventRecorded()) {
      return Stream.empty();
    }
    var event = activity.getEventRecorded();
    var at = ActivityDecoder.instant(activity.getOccurredAt());
    return switch (event.getName()) {
      case "Product List Viewed" -> shown(properties(event), at);
      case "Product Clicked", "Product Added" -> clicked(properties(event), at);
      default -> Stream.empty();
    };
  }

  private static Stream<Act> shown(JsonObject properties, Instant at) {
    var ofEvent = id(properties);
    return properties.getValue("products") instanceof JsonArray products
        ? products.stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .flatMap(product -> shown(product, ofEvent, at).stream())
        : Stream.empty();
  }

  private static Optional<Act> shown(
      JsonObject product, Optional<RecommendationId> ofEvent, Instant at) {
    var id = id(product).or(() -> ofEvent);
    return id.flatMap(
        known -> product(product).map(one -> new Act.Shown(at, Source.of(known), one)));
  }

  private static Stream<Act> clicked(JsonObject properties, Instant at) {
    return id(properties).stream()
        .flatMap(id ->
            product(properties).stream()
                .map(product -> new Act.Clicked(new Click(product, item(id), at, Source.of(id)))));
  }

  private static UUID item(RecommendationId id) {
    return new UUID(
        id.answer().getMostSignificantBits(),
        id.answer().getLeastSignificantBits() | id.position());
  }

  private static Optional<RecommendationId> id(JsonObject properties) {
    return ClientTexts.id(properties, ID)
        .flatMap(RecommendationId::parse)
        .or(() -> ClientTexts.id(properties, LIST_ID).flatMap(RecommendationId::parse));
  }

  private static Optional<String> product(JsonObject properties) {
    return ClientTexts.id(properties, "product_id");
  }

  private static JsonObject properties(EventRecorded event) {
    String json = event.getProperties();
    // Most lists and clicks were not recommended.
    return json.contains(ID) || json.contains(LIST_ID)
        ? ClientTexts.object(json)
        : new JsonObject();
  }
}
