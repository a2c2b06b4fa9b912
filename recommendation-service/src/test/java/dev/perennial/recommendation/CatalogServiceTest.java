package dev.perennial.recommendation;

import static dev.perennial.recommendation.ShopCatalog.product;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.catalog.v1.CatalogGrpc;
import dev.perennial.contracts.catalog.v1.CatalogGrpc.CatalogBlockingStub;
import dev.perennial.contracts.catalog.v1.GetProductRequest;
import dev.perennial.contracts.catalog.v1.ListProductsRequest;
import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.contracts.catalog.v1.ProductChange;
import dev.perennial.contracts.catalog.v1.ProductChanged;
import dev.perennial.contracts.catalog.v1.ProductSource;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.LineItem;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shop tells of its products, and what events show of them. */
@QuarkusTest
class CatalogServiceTest extends ServiceTest {

  private ShopCatalog products;
  private ManagedChannel channel;
  private CatalogBlockingStub catalog;

  @BeforeEach
  void openCatalog() {
    products = new ShopCatalog(kafka, shop.workspace);
    channel =
        ManagedChannelBuilder.forAddress("localhost", RestAssured.port).usePlaintext().build();
    catalog = CatalogGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void closeCatalog() {
    products.close();
    channel.shutdownNow();
  }

  private Product get(String id) {
    return catalog.getProduct(
        GetProductRequest.newBuilder().setWorkspace(shop.workspace).setProductId(id).build());
  }

  private Product awaitVersion(String id, long version) {
    return await()
        .ignoreException(StatusRuntimeException.class)
        .until(() -> get(id), product -> product.getVersion() == version);
  }

  private List<String> list(ListProductsRequest.Builder request) {
    return catalog
        .listProducts(request.setWorkspace(shop.workspace).build())
        .getProductsList()
        .stream()
        .map(Product::getProductId)
        .toList();
  }

  private List<ProductChanged> changes() {
    return Published.in(
        kafka,
        Topics.CATALOG_CHANGES,
        ProductChanged.parser(),
        change -> change.getWorkspace().equals(shop.workspace));
  }

  private void awaitChanges(List<List<ProductChange>> kinds) {
    await()
        .untilAsserted(() ->
            assertEquals(kinds, changes().stream().map(ProductChanged::getChangesList).toList()));
  }

  private void viewed(String id, String name, long priceMicros, String properties) {
    var item = LineItem.newBuilder().setProductId(id).setName(name).setCategory("Home > Tea");
    shop.publish(
        ProfileActivity.newBuilder()
            .setWorkspace(shop.workspace)
            .setProfileId(UUID.randomUUID().toString())
            .setRevision(1)
            .setOccurredAt(Timestamp.newBuilder().setSeconds(1_780_000_000))
            .setEventRecorded(
                EventRecorded.newBuilder()
                    .setMessageId(UUID.randomUUID().toString())
                    .setType(EventType.TRACK)
                    .setName("Product Viewed")
                    .setProperties(properties)
                    .setCommerce(
                        Commerce.newBuilder()
                            .setCurrency("GBP")
                            .addItems(item.setPriceMicros(priceMicros))))
            .build());
  }

  @Test
  void aProductIsAsTheShopTellsItLast() {
    products.puts(
        product("cup")
            .setName("Cup")
            .setDescription("Of clay")
            .addCategories("Home > Tea")
            .addCategories("Gifts")
            .setSeller("Potter")
            .setPriceMicros(5_000_000)
            .setCostMicros(2_000_000)
            .setStock(3)
            .addTags("new")
            .setCustom("{\"colour\":\"blue\"}"));
    Product first = awaitVersion("cup", 1);
    assertEquals(List.of("Home > Tea", "Gifts"), first.getCategoriesList());
    assertEquals(List.of("new"), first.getTagsList());
    assertEquals("Potter", first.getSeller());
    assertEquals(2_000_000, first.getCostMicros());
    assertEquals("{\"colour\":\"blue\"}", first.getCustom());
    assertEquals(ProductSource.CATALOG, first.getSource());
    products.puts(product("cup").setName("Mug"));
    Product second = awaitVersion("cup", 2);
    assertEquals("Mug", second.getName());
    assertFalse(second.hasPriceMicros() || second.hasStock());
    assertEquals(0, second.getCategoriesCount());
    assertEquals(first.getCreatedAt(), second.getCreatedAt());
  }

  @Test
  void everyChangeIsToldOnOnceWithWhatItWas() {
    products.puts(product("cup").setPriceMicros(5_000_000).setStock(1));
    awaitVersion("cup", 1);
    // Told again, nothing changes.
    products.puts(product("cup").setPriceMicros(5_000_000).setStock(1));
    products.puts(product("cup").setPriceMicros(4_000_000).setStock(0));
    awaitVersion("cup", 2);
    products.puts(product("cup").setPriceMicros(4_000_000).setStock(9));
    awaitVersion("cup", 3);
    products.takesOut("cup");
    awaitChanges(
        List.of(
            List.of(ProductChange.ADDED),
            List.of(ProductChange.PRICE_DROPPED, ProductChange.OUT_OF_STOCK),
            List.of(ProductChange.BACK_IN_STOCK),
            List.of(ProductChange.REMOVED)));
    assertEquals(
        List.of(1L, 2L, 3L, 4L), changes().stream().map(ProductChanged::getVersion).toList());
    assertEquals(5_000_000, changes().get(1).getPreviousPriceMicros());
  }

  @Test
  void aFeedThatIsToldAgainChangesNothingHoweverItsListsAreWritten() {
    var cup = product("cup").addCategories("").addCategories("A\nB").addTags("").addTags("a\nb");
    products.puts(cup);
    Product first = awaitVersion("cup", 1);
    assertEquals(List.of("A\nB"), first.getCategoriesList());
    assertEquals(List.of("a\nb"), first.getTagsList());
    products.puts(cup);
    products.puts(product("pot"));
    awaitVersion("pot", 1);
    products.puts(cup.setName("Cup"));
    await().untilAsserted(() -> assertEquals("Cup", get("cup").getName()));
    assertEquals(2, get("cup").getVersion());
  }

  @Test
  void whatWasToldBeforeDoesNotUndoWhatWasToldSince() {
    products.puts(product("cup").setName("New"), Duration.ofHours(2));
    awaitVersion("cup", 1);
    // A record that was dead comes again.
    products.puts(product("cup").setName("Old"), Duration.ofHours(1));
    awaitAllBefore("cup", 1);
    assertEquals("New", get("cup").getName());
    // Where nothing changed it was told of all the same.
    products.puts(product("cup").setName("New"), Duration.ofHours(4));
    awaitAllBefore("cup", 2);
    products.puts(product("cup").setName("Old"), Duration.ofHours(3));
    awaitAllBefore("cup", 3);
    assertEquals("New", get("cup").getName());
  }

  /** Waits until all that was told of a product before is recorded, by one that follows it. */
  private void awaitAllBefore(String id, long version) {
    String follower = products.beside(id);
    products.puts(product(follower).setName("Follower " + version));
    awaitVersion(follower, version);
  }

  @Test
  void aProductThatWasTakenOutIsNotFound() {
    products.puts(product("cup"));
    awaitVersion("cup", 1);
    products.takesOut("cup");
    await().untilAsserted(() -> assertThrows(StatusRuntimeException.class, () -> get("cup")));
    assertEquals(List.of(), list(ListProductsRequest.newBuilder()));
    products.puts(product("cup"));
    awaitVersion("cup", 3);
  }

  @Test
  void whatNoCatalogTellsOfIsAsEventsShowIt() {
    viewed("cup", "Cup", 5_000_000, "{\"brand\": \"A\", \"image_url\": \"https://i\"}");
    Product seen = awaitVersion("cup", 0);
    assertEquals("Cup", seen.getName());
    assertEquals(List.of("Home > Tea"), seen.getCategoriesList());
    assertEquals("A", seen.getBrand());
    assertEquals("https://i", seen.getImageUrl());
    assertEquals(5_000_000, seen.getPriceMicros());
    assertEquals(ProductSource.EVENT, seen.getSource());
    products.puts(product("cup").setName("Blue cup"));
    awaitVersion("cup", 1);
    viewed("cup", "Another name", 1, "{}");
    viewed("pot", "Pot", 0, "no JSON");
    awaitVersion("pot", 0);
    assertEquals("Blue cup", get("cup").getName());
  }

  @Test
  void productsAreListedInPagesByCategoryAndBrand() {
    products.puts(product("a").addCategories("Home > Tea").setBrand("X"));
    products.puts(product("c").addCategories("Home").setBrand("Y"));
    products.puts(product("d").addCategories("Homeland").setBrand("X"));
    viewed("b", "B", 0, "{\"brand\": \"X\"}");
    for (String id : List.of("a", "c", "d")) {
      awaitVersion(id, 1);
    }
    awaitVersion("b", 0);
    assertEquals(List.of("a", "b", "c", "d"), list(ListProductsRequest.newBuilder()));
    assertEquals(List.of("a", "b"), list(ListProductsRequest.newBuilder().setLimit(2)));
    assertEquals(
        List.of("c", "d"), list(ListProductsRequest.newBuilder().setLimit(2).setCursor("b")));
    assertEquals(
        List.of("a", "b", "c"), list(ListProductsRequest.newBuilder().setCategory("Home")));
    assertEquals(List.of("a", "b", "d"), list(ListProductsRequest.newBuilder().setBrand("X")));
  }

  @Test
  void topPairsCarryTheNameThatTheShopGave() {
    products.puts(product("cup").setName("Blue cup"));
    awaitVersion("cup", 1);
    orders(3, "cup=Its name in an order", "saucer=Saucer");
    awaitOrders(3);
    await()
        .untilAsserted(() ->
            assertEquals(
                List.of("Blue cup", "Saucer"),
                List.of(topPairs().getPairs(0).getName(), topPairs().getPairs(0).getOtherName())));
  }
}
