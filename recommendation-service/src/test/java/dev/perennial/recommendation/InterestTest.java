package dev.perennial.recommendation;

import static dev.perennial.recommendation.ShopCatalog.product;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.Source;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileErased;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told that a product got cheaper, or came back. */
@QuarkusTest
class InterestTest extends ServiceTest {

  private static final String ASKED = "Product Notification Requested";

  /** A sequence does not go back with a transaction, so every second attempt succeeds. */
  private static final String CRASHES =
      """
      create sequence attempts;
      create function crash() returns trigger language plpgsql as $$
      begin
        if nextval('attempts') % 2 = 1 then
          perform pg_terminate_backend(pg_backend_pid());
          perform pg_sleep(10);
        end if;
        return null;
      end $$;
      create constraint trigger crash after update or delete on product_news
        deferrable initially deferred for each row execute function crash();
      """;

  @Inject Pool pool;

  private final Map<UUID, Integer> revisions = new HashMap<>();
  private ShopCatalog products;

  @BeforeEach
  void openCatalog() {
    products = new ShopCatalog(kafka, shop.workspace);
  }

  @AfterEach
  void closeCatalog() {
    products.close();
  }

  private UUID did(String event) {
    return did(UUID.randomUUID(), event, 3);
  }

  private UUID did(UUID profile, String event, int daysAgo) {
    return did(profile, event, daysAgo, "cup");
  }

  private UUID did(UUID profile, String event, int daysAgo, String product) {
    var recorded =
        EventRecorded.newBuilder()
            .setMessageId(UUID.randomUUID().toString())
            .setType(EventType.TRACK)
            .setName(event)
            .setProperties("{\"product_id\": \"%s\", \"on\": [\"price_drop\"]}".formatted(product))
            .setCommerce(
                Commerce.newBuilder()
                    .setValueMicros(1)
                    .addItems(LineItem.newBuilder().setProductId(product).setQuantity(1)));
    shop.publish(
        activity(profile)
            .setOccurredAt(
                Timestamp.newBuilder()
                    .setSeconds(Instant.now().minus(Duration.ofDays(daysAgo)).getEpochSecond()))
            .setEventRecorded(recorded)
            .build());
    return profile;
  }

  private void isErased(UUID profile) {
    shop.publish(activity(profile).setProfileErased(ProfileErased.getDefaultInstance()).build());
  }

  private ProfileActivity.Builder activity(UUID profile) {
    return ProfileActivity.newBuilder()
        .setWorkspace(shop.workspace)
        .setProfileId(profile.toString())
        .setRevision(revisions.merge(profile, 1, Integer::sum));
  }

  private void awaitInterested(long count) {
    await().untilAsserted(() -> assertEquals(count, interested("true")));
  }

  private long interested(String condition) {
    return pool.preparedQuery(
            "select count(*) as n from interest where workspace = $1 and " + condition)
        .execute(Tuple.of(shop.workspace))
        .map(rows -> rows.iterator().next().getLong("n"))
        .await()
        .indefinitely();
  }

  /** Waits until it is recorded: of what is told in one unit only the last counts. */
  private void costs(long pounds, long stock) {
    long micros = pounds * 1_000_000;
    products.puts(product("cup").setName("Cup").setPriceMicros(micros).setStock(stock));
    String query =
        "select 1 from catalog_product where workspace = $1 and price_micros = $2 and stock = $3";
    await()
        .until(() ->
            pool.preparedQuery(query)
                    .execute(Tuple.of(shop.workspace, micros, stock))
                    .await()
                    .indefinitely()
                    .rowCount()
                == 1);
  }

  private List<AcceptedEvent> told() {
    return Published.in(
        kafka,
        Topics.EVENTS_ACCEPTED,
        AcceptedEvent.parser(),
        event -> event.getWorkspace().equals(shop.workspace));
  }

  /** Event and reason by who was told; fails when anyone was told twice of the same. */
  private Map<String, String> reasons() {
    return told().stream()
        .collect(
            toMap(
                event -> event.getName() + " " + event.getUserId(),
                event -> new JsonObject(event.getProperties()).getString("reason")));
  }

  private static String cheaper(UUID profile) {
    return "Product Price Dropped user-" + profile;
  }

  private static String back(UUID profile) {
    return "Product Back In Stock user-" + profile;
  }

  @Test
  void whoeverViewedCartedOrAskedIsToldOnceThatItGotCheaper() {
    UUID viewed = did("Product Viewed");
    UUID carted = did(did("Product Viewed"), "Product Added", 2);
    UUID asked = did(did("Product Added"), ASKED, 2);
    did(did("Product Added"), "Order Completed", 1);
    did(UUID.randomUUID(), "Product Viewed", 40);
    awaitInterested(4);
    costs(10, 5);
    costs(8, 5);
    await()
        .untilAsserted(() ->
            assertEquals(
                Map.of(
                    cheaper(viewed), "viewed",
                    cheaper(carted), "carted",
                    cheaper(asked), "asked"),
                reasons()));
    AcceptedEvent event = told().getFirst();
    assertEquals(Source.OUTCOME, event.getSource());
    JsonObject properties = new JsonObject(event.getProperties());
    assertEquals("cup", properties.getString("product_id"));
    assertEquals("Cup", properties.getString("name"));
    assertEquals(8.0, properties.getDouble("price"));
    assertEquals(10.0, properties.getDouble("previous_price"));
    // The feed comes once more, and changes nothing; what follows it shows that it was read.
    costs(8, 5);
    costs(8, 0);
    costs(8, 1);
    await()
        .untilAsserted(() ->
            assertEquals(
                Set.of(
                    cheaper(viewed),
                    cheaper(carted),
                    cheaper(asked),
                    back(viewed),
                    back(carted),
                    back(asked)),
                reasons().keySet()));
  }

  @Test
  void whatWasTakenOutOfTheCartIsNoLongerCarted() {
    UUID viewed = did(did(did("Product Viewed"), "Product Added", 2), "Product Removed", 1);
    UUID again = did(did("Product Removed"), "Product Added", 2);
    did(did("Product Added"), "Product Removed", 1);
    awaitInterested(3);
    await().untilAsserted(() -> assertEquals(3, interested("removed_at is not null")));
    await().untilAsserted(() -> assertEquals(3, interested("carted_at is not null")));
    costs(10, 5);
    costs(8, 5);
    await()
        .untilAsserted(() ->
            assertEquals(Map.of(cheaper(viewed), "viewed", cheaper(again), "carted"), reasons()));
  }

  @Test
  void aSmallDropIsNoNewsButAReturnToStockAndASecondDropAre() {
    UUID viewed = did("Product Viewed");
    awaitInterested(1);
    costs(100, 0);
    costs(97, 0);
    costs(97, 4);
    await().untilAsserted(() -> assertEquals(Map.of(back(viewed), "viewed"), reasons()));
    costs(94, 4);
    await()
        .untilAsserted(() ->
            assertEquals(Map.of(back(viewed), "viewed", cheaper(viewed), "viewed"), reasons()));
  }

  @Test
  void whoeverAskedAndWasToldIsNotToldAgain() {
    UUID asked = did(ASKED);
    UUID viewed = did("Product Viewed");
    awaitInterested(2);
    costs(10, 1);
    costs(8, 1);
    await()
        .untilAsserted(
            () -> assertEquals(Set.of(cheaper(asked), cheaper(viewed)), reasons().keySet()));
    // One of the drops is heard of before the event of the other comes back.
    costs(6, 1);
    await().untilAsserted(() -> assertEquals(3, told().size()));
    assertEquals(
        2, told().stream().filter(event -> event.getUserId().equals("user-" + viewed)).count());
  }

  @Test
  void whoeverNoLongerWantsToBeToldIsNot() {
    UUID asked = did(ASKED);
    did(did(ASKED), "Product Notification Cancelled", 2);
    awaitInterested(2);
    await().untilAsserted(() -> assertEquals(1, interested("told_price_at is not null")));
    costs(10, 1);
    costs(8, 1);
    await().untilAsserted(() -> assertEquals(0, openNews()));
    await().untilAsserted(() -> assertEquals(Map.of(cheaper(asked), "asked"), reasons()));
  }

  @Test
  void whoeverAskedLongAgoAndBoughtItLongAgoIsNotTold() {
    UUID asked = did(UUID.randomUUID(), ASKED, 200);
    UUID bought = did(UUID.randomUUID(), ASKED, 200);
    awaitInterested(2);
    did(bought, "Order Completed", 190);
    await().untilAsserted(() -> assertEquals(1, interested("bought_at is not null")));
    costs(10, 1);
    costs(8, 1);
    await().untilAsserted(() -> assertEquals(Map.of(cheaper(asked), "asked"), reasons()));
  }

  @Test
  void whatWasBoughtLongAgoIsNoInterest() {
    did(UUID.randomUUID(), "Order Completed", 190);
    did("Product Viewed");
    awaitInterested(1);
    assertEquals(0, interested("bought_at is not null"));
  }

  @Test
  void whoeverViewedIsForgottenAfterAMonthThoughToldSince() {
    UUID viewed = did("Product Viewed");
    did(viewed, "Product Price Dropped", 1);
    await().untilAsserted(() -> assertEquals(1, interested("told_price_at is not null")));
    assertEquals(1, interested("keep_until < now() + interval '32 days'"));
  }

  @Test
  void whoeverWasMergedIsToldAsTheOneWhoAbsorbedThemAndOnce() {
    UUID loser = did("Product Viewed");
    UUID winner = did("Product Added");
    UUID other = did("Product Viewed");
    FakeProfiles.merge(loser, winner);
    FakeProfiles.merge(other, UUID.randomUUID());
    awaitInterested(3);
    costs(10, 1);
    costs(8, 1);
    await().untilAsserted(() -> assertEquals(2, messagesByProfile().size()));
    assertEquals("carted", reasons().get(cheaper(winner)));
    assertEquals(Set.of(1), Set.copyOf(messagesByProfile().values()));
  }

  @Test
  void theNewsOfOneShopDoesNotWaitForThatOfAnother() {
    did("Product Viewed");
    awaitInterested(1);
    // More than are told at once; nobody is interested in them.
    execute(
        """
        insert into product_news (workspace, product_id, version, kind, shard, name, currency, url,
          image_url, happened_at)
        select 'a-sale', 'p' || i, 1, 'PRICE_DROPPED', i % 16, '', '', '', '', '2020-01-01'
        from generate_series(1, 20000) i
        """);
    costs(10, 1);
    costs(8, 1);
    await().untilAsserted(() -> assertEquals(1, told().size()));
    await()
        .untilAsserted(() ->
            assertEquals(
                0, number("select count(*) as n from product_news where workspace = 'a-sale'")));
  }

  @Test
  void nothingIsKeptOfAProfileThatIsErased() {
    UUID erased = did("Product Viewed");
    UUID other = did("Product Viewed");
    awaitInterested(2);
    isErased(erased);
    awaitInterested(1);
    costs(10, 1);
    costs(8, 1);
    await().untilAsserted(() -> assertEquals(Map.of(cheaper(other), "viewed"), reasons()));
  }

  /** Each step is lost once with its connection, when it is about to be committed. */
  @Test
  void manyAreToldInStepsAndNobodyTwiceOrNotAtAllWhenTheDatabaseIsLostInTheMiddle() {
    int many = 1_100;
    for (int i = 0; i < many; i++) {
      did("Product Viewed");
    }
    awaitInterested(many);
    costs(10, 1);
    try {
      execute(CRASHES);
      costs(8, 1);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertEquals(many, messagesByProfile().size()));
      await().untilAsserted(() -> assertEquals(0, openNews()));
      assertEquals(6, attempts());
    } finally {
      execute("drop function crash cascade; drop sequence attempts");
    }
    assertEquals(Set.of(1), Set.copyOf(messagesByProfile().values()));
  }

  /** How many messages each was told; a copy has the id of its original, and is dropped by it. */
  private Map<String, Integer> messagesByProfile() {
    return told().stream()
        .collect(
            groupingBy(
                AcceptedEvent::getUserId,
                collectingAndThen(mapping(AcceptedEvent::getMessageId, toSet()), Set::size)));
  }

  private long openNews() {
    return number("select count(*) as n from product_news where workspace = '%s'");
  }

  private long attempts() {
    return number("select last_value as n from attempts");
  }

  private long number(String sql) {
    return pool.query(sql.formatted(shop.workspace))
        .executeAndAwait()
        .iterator()
        .next()
        .getLong("n");
  }

  private void execute(String sql) {
    pool.query(sql).executeAndAwait();
  }
}
