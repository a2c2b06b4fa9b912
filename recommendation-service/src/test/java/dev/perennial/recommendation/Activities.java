package dev.perennial.recommendation;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.Source;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileErased;
import dev.perennial.contracts.profile.v1.ProfileRetired;
import dev.perennial.contracts.profile.v1.TraitsChanged;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what profile-service would of the profiles of one workspace. */
final class Activities implements AutoCloseable {

  static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  final String workspace = "shop-" + UUID.randomUUID();
  private final Shards shards = new Shards(16);
  private final Map<UUID, Long> revisions = new HashMap<>();
  private final KafkaProducer<String, byte[]> producer;

  Activities(String kafka) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** An order of one piece each, worth something. */
  ProfileActivity buys(UUID profile, String order, int day, String... products) {
    return send(profile, day, event("Order Completed", order, day, order(order, 1, products)));
  }

  ProfileActivity buysForNothing(UUID profile, String order, int day, String... products) {
    return send(profile, day, event("Order Completed", order, day, order(order, 0, products)));
  }

  /** Gives back one piece each, of the order when it is not empty. */
  ProfileActivity returns(UUID profile, String order, int day, String... products) {
    return send(profile, day, event("Order Refunded", order, day, order(order, 1, products)));
  }

  ProfileActivity views(UUID profile, int day) {
    return send(profile, day, event("Product Viewed", "", day, Commerce.getDefaultInstance()));
  }

  /** Something done with one product, so many minutes after the first day. */
  ProfileActivity does(UUID profile, String name, int minute, String product) {
    return browses(profile, Source.API, name, minute, product, "{}");
  }

  /** The same, heard from the channel that a message went through. */
  void outcome(UUID profile, String name, int minute, String product) {
    browses(profile, Source.OUTCOME, name, minute, product, "{}");
  }

  void searches(UUID profile, int minute, String query) {
    browses(profile, Source.API, "Products Searched", minute, "", "{\"query\": \"" + query + "\"}");
  }

  private ProfileActivity browses(
      UUID profile, Source source, String name, int minute, String product, String properties) {
    var event =
        EventRecorded.newBuilder()
            .setMessageId(name + product + minute)
            .setType(EventType.TRACK)
            .setName(name)
            .setSource(source)
            .setProperties(properties);
    if (!product.isEmpty()) {
      event.setCommerce(
          Commerce.newBuilder()
              .addItems(LineItem.newBuilder().setProductId(product).setQuantity(1)));
    }
    var at = Timestamp.newBuilder().setSeconds(START.getEpochSecond() + 60L * minute);
    return send(profile, 0, activity -> activity.setOccurredAt(at).setEventRecorded(event));
  }

  /** An event with these properties, a JSON object. */
  ProfileActivity says(UUID profile, String name, int day, String properties) {
    var event =
        EventRecorded.newBuilder()
            .setMessageId(name + day)
            .setType(EventType.TRACK)
            .setName(name)
            .setProperties(properties);
    return send(profile, day, activity -> activity.setEventRecorded(event));
  }

  /** An order of one line. */
  void buysAt(UUID profile, String order, int day, String product, long price, int pieces) {
    buysAt(profile, order, day, product, price, pieces, "");
  }

  void buysAt(
      UUID profile,
      String order,
      int day,
      String product,
      long price,
      int pieces,
      String currency) {
    var line =
        LineItem.newBuilder().setProductId(product).setPriceMicros(price).setQuantity(pieces);
    var commerce =
        Commerce.newBuilder()
            .setOrderId(order)
            .setValueMicros(price * pieces)
            .setCurrency(currency)
            .addItems(line);
    send(profile, day, event("Order Completed", order, day, commerce.build()));
  }

  /** Traits as a JSON object; null takes one away. */
  void changes(UUID profile, String traits) {
    var changed = TraitsChanged.newBuilder().setChanged(traits);
    send(profile, 0, activity -> activity.setTraitsChanged(changed));
  }

  void isErased(UUID profile) {
    send(profile, 300, activity -> activity.setProfileErased(ProfileErased.getDefaultInstance()));
  }

  void isMergedInto(UUID profile, UUID winner) {
    var retired = ProfileRetired.newBuilder().setCanonicalProfileId(winner.toString());
    send(profile, 300, activity -> activity.setProfileRetired(retired));
  }

  /** The same activity under the profile that absorbed its own. */
  void replays(ProfileActivity activity, UUID winner) {
    publish(
        activity.toBuilder()
            .setProfileId(winner.toString())
            .setRevision(revisions.merge(winner, 1L, Long::sum))
            .setReplay(true)
            .build());
  }

  void publish(ProfileActivity activity) {
    String key = activity.getProfileId();
    var record =
        new ProducerRecord<>(Topics.PROFILE_ACTIVITY, shards.of(key), key, activity.toByteArray());
    try {
      producer.send(record).get(10, SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private ProfileActivity send(UUID profile, int day, Consumer<ProfileActivity.Builder> what) {
    var activity =
        ProfileActivity.newBuilder()
            .setWorkspace(workspace)
            .setProfileId(profile.toString())
            .setRevision(revisions.merge(profile, 1L, Long::sum))
            .setOccurredAt(
                Timestamp.newBuilder().setSeconds(START.getEpochSecond() + 86_400L * day));
    what.accept(activity);
    var built = activity.build();
    publish(built);
    return built;
  }

  private static Consumer<ProfileActivity.Builder> event(
      String name, String order, int day, Commerce commerce) {
    var event =
        EventRecorded.newBuilder()
            .setMessageId(name + order + day)
            .setType(EventType.TRACK)
            .setName(name)
            .setCommerce(commerce);
    return activity -> activity.setEventRecorded(event);
  }

  /** Products are "id" or "id=name". */
  private static Commerce order(String order, long value, String... products) {
    var commerce = Commerce.newBuilder().setOrderId(order).setValueMicros(value * 1_000_000);
    Arrays.stream(products)
        .map(product -> (product + "=").split("=", -1))
        .map(parts -> LineItem.newBuilder().setProductId(parts[0]).setName(parts[1]))
        .forEach(item -> commerce.addItems(item.setQuantity(1)));
    return commerce.build();
  }
}
