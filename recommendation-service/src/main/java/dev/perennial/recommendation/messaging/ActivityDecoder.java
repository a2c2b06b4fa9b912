package dev.perennial.recommendation.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.recommendation.order.domain.Fact;
import dev.perennial.recommendation.order.domain.Lines;
import dev.perennial.recommendation.order.domain.Purchase;
import dev.perennial.recommendation.order.domain.Refund;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongUnaryOperator;

/** What of a profile's activities matters here. */
final class ActivityDecoder {

  private static final int LONGEST_CURRENCY = 3;

  private ActivityDecoder() {}

  static ProfileActivity parse(byte[] payload) {
    try {
      return ProfileActivity.parseFrom(payload);
    } catch (InvalidProtocolBufferException e) {
      throw new PoisonException("not a ProfileActivity", e);
    }
  }

  static Optional<Fact> fact(ProfileActivity activity) {
    return switch (activity.getActivityCase()) {
      case EVENT_RECORDED -> fact(activity.getEventRecorded(), instant(activity.getOccurredAt()));
      case PROFILE_RETIRED -> Optional.of(new Fact.Departed(Optional.of(winner(activity))));
      case PROFILE_ERASED -> Optional.of(new Fact.Departed(Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static UUID winner(ProfileActivity activity) {
    return UUID.fromString(activity.getProfileRetired().getCanonicalProfileId());
  }

  private static Optional<Fact> fact(EventRecorded event, Instant at) {
    return switch (event.getName()) {
      case "Order Completed" -> bought(event, at);
      case "Order Refunded" -> Optional.of(new Fact.GaveBack(refund(event, at)));
      case "Order Cancelled" -> cancelled(event, at);
      default -> Optional.empty();
    };
  }

  /** An order counts when its value is above 0. */
  private static Optional<Fact> bought(EventRecorded event, Instant at) {
    Commerce commerce = event.getCommerce();
    if (commerce.getValueMicros() <= 0) {
      return Optional.empty();
    }
    String key = ClientTexts.id(commerce.getOrderId()).orElse(event.getMessageId());
    // A line of no pieces, or of pieces that came back within the order, was not bought.
    Lines lines = lines(commerce, quantity -> quantity);
    var purchase =
        new Purchase(
            key,
            at,
            commerce.getValueMicros(),
            lines,
            LineValues.of(commerce),
            ClientTexts.shown(commerce.getCurrency(), LONGEST_CURRENCY));
    return Optional.of(new Fact.Bought(purchase));
  }

  private static Optional<Fact> cancelled(EventRecorded event, Instant at) {
    return ClientTexts.id(event.getCommerce().getOrderId())
        .map(order -> new Fact.GaveBack(Refund.cancelled(event.getMessageId(), at, order)));
  }

  private static Refund refund(EventRecorded event, Instant at) {
    Commerce commerce = event.getCommerce();
    return new Refund(
        event.getMessageId(),
        at,
        ClientTexts.id(commerce.getOrderId()),
        commerce.hasValueMicros()
            ? OptionalLong.of(commerce.getValueMicros())
            : OptionalLong.empty(),
        // Some sources write what came back with a minus, others without.
        lines(commerce, Math::abs));
  }

  private static Lines lines(Commerce commerce, LongUnaryOperator counted) {
    var pieces = new TreeMap<String, Long>();
    for (LineItem item : commerce.getItemsList()) {
      long quantity = counted.applyAsLong(item.getQuantity());
      if (quantity > 0 && ClientTexts.id(item.getProductId()).isPresent()) {
        pieces.merge(item.getProductId(), quantity, ActivityDecoder::addUpToMaximum);
      }
    }
    return new Lines(pieces);
  }

  private static long addUpToMaximum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** To the microsecond, as Postgres keeps it: what is read back must equal what was written. */
  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
        .truncatedTo(ChronoUnit.MICROS);
  }
}
