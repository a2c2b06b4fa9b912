package dev.perennial.recommendation;

import static dev.perennial.recommendation.ShopCatalog.product;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.Preference;
import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.contracts.recommendation.v1.Rules;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule means over gRPC what its name says: of four products, those that it lets through. */
@QuarkusTest
class RulesServiceTest extends ServiceTest {

  private static final long UNIT = 1_000_000;

  private ShopCatalog catalog;

  /** All came at the same instant, so that nothing but the id orders them. */
  private final Timestamp came =
      Timestamp.newBuilder()
          .setSeconds(Instant.now().minus(Duration.ofDays(1)).getEpochSecond())
          .build();

  @BeforeEach
  void fillCatalog() {
    catalog = new ShopCatalog(kafka, shop.workspace);
    puts("car", "Toys > Cars", "Acme", 10, 5, 1, "red");
    puts("doll", "Toys", "Best", 20, 18, 0, "blue");
    puts("lamp", "Home", "Acme", 30, 27, 5, "red");
    puts("sofa", "Home", "Cool", 40, 10, 9, "big");
    await().untilAsserted(() -> shows(_ -> {}, "car", "doll", "lamp", "sofa"));
  }

  @AfterEach
  void closeCatalog() {
    catalog.close();
  }

  private void puts(
      String id, String category, String brand, long price, long cost, long stock, String tag) {
    Product.Builder product =
        product(id)
            .addCategories(category)
            .setBrand(brand)
            .setPriceMicros(price * UNIT)
            .setCostMicros(cost * UNIT)
            .setStock(stock)
            .addTags(tag)
            .setCreatedAt(came);
    catalog.puts(product);
  }

  private RecommendRequest.Builder question(Consumer<Rules.Builder> rules) {
    var said = Rules.newBuilder();
    rules.accept(said);
    return RecommendRequest.newBuilder()
        .setWorkspace(shop.workspace)
        .setStrategy("new-arrivals")
        .setRules(said);
  }

  private void shows(RecommendRequest.Builder question, String... products) {
    assertEquals(
        List.of(products),
        recommendations.recommend(question.build()).getItemsList().stream()
            .map(Item::getProductId)
            .toList());
  }

  private void shows(Consumer<Rules.Builder> rules, String... products) {
    shows(question(rules), products);
  }

  @Test
  void onlyWhatIsInStock() {
    shows(rules -> rules.setInStock(true), "car", "lamp", "sofa");
  }

  @Test
  void categoriesAndWhatIsBelowThem() {
    shows(rules -> rules.addCategories("Toys"), "car", "doll");
    shows(rules -> rules.addCategories("Toys > Cars").addCategories("Home"), "car", "lamp", "sofa");
    shows(rules -> rules.addCategories("Toy"));
    shows(rules -> rules.addExcludedCategories("Toys"), "lamp", "sofa");
  }

  @Test
  void brands() {
    shows(rules -> rules.addBrands("Acme"), "car", "lamp");
    shows(rules -> rules.addExcludedBrands("Acme"), "doll", "sofa");
  }

  @Test
  void aPriceHasTwoBoundsWhichAreIncluded() {
    shows(rules -> rules.setMinPriceMicros(20 * UNIT), "doll", "lamp", "sofa");
    shows(rules -> rules.setMaxPriceMicros(20 * UNIT), "car", "doll");
    shows(rules -> rules.setMinPriceMicros(20 * UNIT).setMaxPriceMicros(30 * UNIT), "doll", "lamp");
  }

  @Test
  void aMarginIsThePartOfThePriceThatStays() {
    shows(rules -> rules.setMinMargin(0.5), "car", "sofa");
    shows(rules -> rules.setMinMargin(0.75), "sofa");
  }

  @Test
  void notWhatTheProfileBought() {
    var buyer = UUID.randomUUID();
    shop.buys(buyer, "1", 1, "lamp");
    awaitOrders(1);
    var question = question(rules -> rules.setExcludeBought(true));
    shows(question.setProfileId(buyer.toString()), "car", "doll", "sofa");
    shows(question.setProfileId(UUID.randomUUID().toString()), "car", "doll", "lamp", "sofa");
  }

  @Test
  void pinsComeFirst() {
    shows(
        rules -> rules.addPinnedProductIds("sofa").addPinnedProductIds("lamp"),
        "sofa",
        "lamp",
        "car",
        "doll");
  }

  @Test
  void preferencesMoveWhatTheyAreAbout() {
    shows(prefer(Preference.newBuilder().setProductId("lamp")), "lamp", "car", "doll", "sofa");
    shows(prefer(Preference.newBuilder().setCategory("Home")), "lamp", "sofa", "car", "doll");
    shows(prefer(Preference.newBuilder().setBrand("Cool")), "sofa", "car", "doll", "lamp");
    shows(prefer(Preference.newBuilder().setTag("blue")), "doll", "car", "lamp", "sofa");
  }

  private static Consumer<Rules.Builder> prefer(Preference.Builder preference) {
    return rules -> rules.addPreferences(preference.setFactor(2));
  }

  @Test
  void soManyOfOneKindWhileThereIsAnythingElse() {
    shows(question(rules -> rules.setMaxPerBrand(1)).setLimit(3), "car", "doll", "sofa");
    shows(question(rules -> rules.setMaxPerCategory(1)).setLimit(3), "car", "doll", "lamp");
    var homeFirst = Preference.newBuilder().setCategory("Home").setFactor(2);
    shows(
        question(rules -> rules.setMaxPerCategory(1).addPreferences(homeFirst)).setLimit(3),
        "lamp",
        "car",
        "doll");
  }
}
