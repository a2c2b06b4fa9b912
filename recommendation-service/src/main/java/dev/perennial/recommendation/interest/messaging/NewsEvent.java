package dev.perennial.recommendation.interest.messaging;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.ExternalId;
import dev.perennial.contracts.events.v1.Source;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.recommendation.interest.app.TellInterested.Telling;
import dev.perennial.recommendation.interest.domain.News;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** News of a product, as an event of somebody whom it interests. */
final class NewsEvent {

  private static final NameBasedGenerator IDS =
      Generators.nameBasedGenerator(UUID.fromString("0f7c2f1e-5d0b-5a54-8f5c-3b9d3a2f6c10"));
  private static final int MICROS = 6;

  private NewsEvent() {}

  static Outgoing of(Telling telling, Instant now) {
    News news = telling.open().news();
    String workspace = news.product().workspace();
    var event =
        AcceptedEvent.newBuilder()
            .setWorkspace(workspace)
            .setMessageId(messageId(telling))
            .setType(EventType.TRACK)
            .setName(news.kind().event())
            .setOccurredAt(timestamp(news.at()))
            .setReceivedAt(timestamp(now))
            .setProperties(properties(telling).encode())
            // What happened to the product is no activity of the customer's own.
            .setSource(Source.OUTCOME);
    address(event, telling.about());
    return new Outgoing(
        new TopicPartition(Topics.CATALOG_UPDATES, telling.open().shard()),
        Topics.EVENTS_ACCEPTED,
        Topics.subjectKey(workspace, telling.about().getValue()),
        event.build().toByteArray());
  }

  /** Derived, so that it counts once however often it is told. */
  private static String messageId(Telling telling) {
    News news = telling.open().news();
    return IDS.generate(
            String.join(
                "\n",
                news.product().workspace(),
                news.product().id(),
                String.valueOf(news.version()),
                news.kind().name(),
                telling.profile().toString()))
        .toString();
  }

  private static void address(AcceptedEvent.Builder event, Identifier about) {
    switch (about.getType()) {
      case "user_id" -> event.setUserId(about.getValue());
      case "anonymous_id" -> event.setAnonymousId(about.getValue());
      default ->
          event.addExternalIds(
              ExternalId.newBuilder().setType(about.getType()).setId(about.getValue()));
    }
  }

  private static JsonObject properties(Telling telling) {
    News news = telling.open().news();
    var properties =
        new JsonObject()
            .put("product_id", news.product().id())
            .put("reason", telling.reason().name().toLowerCase(Locale.ROOT));
    put(properties, "name", news.name());
    put(properties, "currency", news.currency());
    put(properties, "url", news.url());
    put(properties, "image_url", news.imageUrl());
    news.priceMicros().ifPresent(price -> properties.put("price", amount(price)));
    news.previousPriceMicros().ifPresent(price -> properties.put("previous_price", amount(price)));
    return properties;
  }

  private static void put(JsonObject properties, String name, String text) {
    if (!text.isEmpty()) {
      properties.put(name, text);
    }
  }

  private static BigDecimal amount(long micros) {
    BigDecimal amount = BigDecimal.valueOf(micros, MICROS).stripTrailingZeros();
    return amount.scale() < 2 ? amount.setScale(2) : amount;
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
