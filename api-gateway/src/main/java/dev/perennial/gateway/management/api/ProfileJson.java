package dev.perennial.gateway.management.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.Consent;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ListEventsResponse;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Profiles and their events in JSON. */
final class ProfileJson {

  record IdentifierView(String type, String value) {

    static IdentifierView of(Identifier identifier) {
      return new IdentifierView(identifier.getType(), identifier.getValue());
    }
  }

  record ConsentView(
      String channel, String topic, String status, String source, @Nullable Instant changedAt) {

    static ConsentView of(Consent consent) {
      return new ConsentView(
          consent.getChannel(),
          consent.getTopic(),
          consent.getStatus().name().toLowerCase(Locale.ROOT),
          consent.getSource(),
          Json.instant(consent.hasChangedAt(), consent.getChangedAt()));
    }
  }

  record View(
      String id,
      long revision,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String traits,
      List<IdentifierView> identifiers,
      List<ConsentView> consents,
      @Nullable Instant firstSeenAt,
      @Nullable Instant lastSeenAt,
      long orders,
      BigDecimal netValue) {

    static View of(Profile profile) {
      return new View(
          profile.getProfileId(),
          profile.getRevision(),
          Json.object(profile.getTraits()),
          profile.getIdentifiersList().stream().map(IdentifierView::of).toList(),
          profile.getConsentsList().stream().map(ConsentView::of).toList(),
          Json.instant(profile.hasFirstSeenAt(), profile.getFirstSeenAt()),
          Json.instant(profile.hasLastSeenAt(), profile.getLastSeenAt()),
          profile.getOrders(),
          Json.money(profile.getNetValueMicros()));
    }
  }

  record LineView(String productId, String name, String category, BigDecimal price, long quantity) {

    static LineView of(LineItem item) {
      return new LineView(
          item.getProductId(),
          item.getName(),
          item.getCategory(),
          Json.money(item.getPriceMicros()),
          item.getQuantity());
    }
  }

  record CommerceView(
      @Nullable String orderId,
      @Nullable String cartId,
      @Nullable String checkoutId,
      @Nullable BigDecimal value,
      @Nullable String currency,
      List<LineView> items) {

    static CommerceView of(Commerce commerce) {
      return new CommerceView(
          Json.textOrNull(commerce.getOrderId()),
          Json.textOrNull(commerce.getCartId()),
          Json.textOrNull(commerce.getCheckoutId()),
          commerce.hasValueMicros() ? Json.money(commerce.getValueMicros()) : null,
          Json.textOrNull(commerce.getCurrency()),
          commerce.getItemsList().stream().map(LineView::of).toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EventView(
      String messageId,
      String type,
      String name,
      @Nullable Instant occurredAt,
      @Nullable Instant recordedAt,
      long revision,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String properties,
      @Nullable CommerceView commerce) {

    static EventView of(RecordedEvent recorded) {
      var event = recorded.getEvent();
      return new EventView(
          event.getMessageId(),
          event.getType().name().toLowerCase(Locale.ROOT),
          event.getName(),
          Json.instant(recorded.hasOccurredAt(), recorded.getOccurredAt()),
          Json.instant(recorded.hasRecordedAt(), recorded.getRecordedAt()),
          recorded.getRevision(),
          Json.object(event.getProperties()),
          event.hasCommerce() ? CommerceView.of(event.getCommerce()) : null);
    }
  }

  record Events(List<EventView> events, @Nullable String nextCursor) {

    static Events of(ListEventsResponse response) {
      return new Events(
          response.getEventsList().stream().map(EventView::of).toList(),
          Json.textOrNull(response.getNextCursor()));
    }
  }

  private ProfileJson() {}
}
