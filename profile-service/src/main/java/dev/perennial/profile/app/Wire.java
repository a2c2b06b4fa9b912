package dev.perennial.profile.app;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.Source;
import dev.perennial.contracts.profile.v1.ConsentStatus;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileHistory;
import dev.perennial.contracts.profile.v1.RecordedEvent;
import dev.perennial.profile.domain.Commerce;
import dev.perennial.profile.domain.Consent;
import dev.perennial.profile.domain.History;
import dev.perennial.profile.domain.HistoryEvent;
import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.domain.ProfileView;
import java.time.Instant;
import java.util.List;

/** What is told to other services, as the contracts have it. */
final class Wire {

  private Wire() {}

  /** Replayed history of a merged profile, told once more under the canonical one. */
  static ProfileActivity replay(HistoryEvent event) {
    return step(event.profile(), event.revision(), event.occurredAt(), event.recordedAt())
        .setReplay(true)
        .setEventRecorded(event(event))
        .build();
  }

  static ProfileActivity.Builder step(
      ProfileKey profile, long revision, Instant occurredAt, Instant recordedAt) {
    return ProfileActivity.newBuilder()
        .setWorkspace(profile.workspace())
        .setProfileId(profile.id().toString())
        .setRevision(revision)
        .setOccurredAt(timestamp(occurredAt))
        .setRecordedAt(timestamp(recordedAt));
  }

  static EventRecorded event(HistoryEvent event) {
    var wire =
        EventRecorded.newBuilder()
            .setMessageId(event.messageId())
            .setType(EventType.valueOf(event.deed().name()))
            .setName(event.name())
            .setProperties(event.properties())
            .setSource(Source.valueOf(event.source().name()))
            .setHops(event.hops());
    if (event.commerce() != null) {
      wire.setCommerce(commerce(event.commerce()));
    }
    return wire.build();
  }

  static RecordedEvent recorded(HistoryEvent event) {
    return RecordedEvent.newBuilder()
        .setRevision(event.revision())
        .setOccurredAt(timestamp(event.occurredAt()))
        .setRecordedAt(timestamp(event.recordedAt()))
        .setEvent(event(event))
        .build();
  }

  static ProfileHistory history(History history) {
    return ProfileHistory.newBuilder()
        .setProfileId(history.profile().id().toString())
        .setRevision(history.revision())
        .setTraits(history.traits())
        .addAllEvents(history.events().stream().map(Wire::recorded).toList())
        .build();
  }

  static ByteString commerce(Commerce commerce) {
    var wire =
        dev.perennial.contracts.profile.v1.Commerce.newBuilder()
            .setOrderId(commerce.orderId())
            .setCartId(commerce.cartId())
            .setCheckoutId(commerce.checkoutId())
            .setCurrency(commerce.currency());
    if (commerce.valueMicros() != null) {
      wire.setValueMicros(commerce.valueMicros());
    }
    for (var item : commerce.items()) {
      wire.addItems(
          LineItem.newBuilder()
              .setProductId(item.productId())
              .setName(item.name())
              .setCategory(item.category())
              .setPriceMicros(item.priceMicros())
              .setQuantity(item.quantity()));
    }
    return wire.build().toByteString();
  }

  static dev.perennial.contracts.profile.v1.Profile profile(ProfileView view) {
    var wire =
        dev.perennial.contracts.profile.v1.Profile.newBuilder()
            .setWorkspace(view.key().workspace())
            .setProfileId(view.key().id().toString())
            .setRevision(view.revision())
            .setTraits(view.traits())
            .addAllIdentifiers(identifiers(view.identifiers()))
            .setOrders(view.spending().orders())
            .setNetValueMicros(view.spending().netMicros());
    if (!view.asked().equals(view.key().id())) {
      wire.setAbsorbedProfileId(view.asked().toString());
    }
    view.consents().forEach(consent -> wire.addConsents(consent(consent)));
    if (view.seen().first() != null) {
      wire.setFirstSeenAt(timestamp(view.seen().first()));
    }
    if (view.seen().last() != null) {
      wire.setLastSeenAt(timestamp(view.seen().last()));
    }
    return wire.build();
  }

  static List<dev.perennial.contracts.profile.v1.Identifier> identifiers(
      List<Identifier> identifiers) {
    return identifiers.stream()
        .map(identifier ->
            dev.perennial.contracts.profile.v1.Identifier.newBuilder()
                .setType(identifier.type())
                .setValue(identifier.value())
                .build())
        .toList();
  }

  static ConsentStatus status(Consent consent) {
    return consent.subscribed() ? ConsentStatus.SUBSCRIBED : ConsentStatus.UNSUBSCRIBED;
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  private static dev.perennial.contracts.profile.v1.Consent consent(Consent consent) {
    return dev.perennial.contracts.profile.v1.Consent.newBuilder()
        .setChannel(consent.subject().channel())
        .setTopic(consent.subject().topic())
        .setStatus(status(consent))
        .setSource(consent.source())
        .setChangedAt(timestamp(consent.since()))
        .build();
  }

  private static dev.perennial.contracts.profile.v1.Commerce commerce(byte[] bytes) {
    try {
      return dev.perennial.contracts.profile.v1.Commerce.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a commerce column does not hold what was published", e);
    }
  }
}
