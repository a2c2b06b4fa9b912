package dev.perennial.recommendation.similar.domain;

import static java.util.Comparator.comparing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.catalog.domain.Catalog;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContentSimilarityTest {

  private static CatalogEntry entry(String name, String category, String brand, long price) {
    return new CatalogEntry(
        name,
        "",
        category.isEmpty() ? List.of() : List.of(category),
        brand,
        "",
        price > 0 ? OptionalLong.of(price) : OptionalLong.empty(),
        OptionalLong.empty(),
        "GBP",
        OptionalLong.empty(),
        new TreeSet<>(),
        "",
        "",
        Instant.EPOCH,
        false);
  }

  private static CatalogEntry named(String name) {
    return entry(name, "", "", 0);
  }

  private static Catalog catalog(CatalogEntry... entries) {
    var catalog = new Catalog();
    for (int i = 0; i < entries.length; i++) {
      catalog.put(i, entries[i]);
    }
    return catalog;
  }

  private static Map<Integer, Double> candidates(ContentSimilarity similarity, int product) {
    var found = new HashMap<Integer, Double>();
    similarity.candidates(product, found::put);
    return found;
  }

  /** Best first. */
  private static List<Integer> ranked(CatalogEntry... entries) {
    return candidates(ContentSimilarity.of(catalog(entries)), 0).entrySet().stream()
        .sorted(comparing(Map.Entry<Integer, Double>::getValue).reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void aRareWordInCommonWeighsMoreThanACommonOne() {
    assertEquals(
        List.of(1, 2),
        ranked(
                named("red teapot"),
                named("blue teapot"),
                named("red mug"),
                named("red plate"),
                named("blue plate"),
                named("green mug"))
            .subList(0, 2));
  }

  @Test
  void aDeeperSharedCategoryIsNearer() {
    assertEquals(
        List.of(1, 2, 3),
        ranked(
            entry("a1", "Home > Kitchen > Tea", "", 0),
            entry("b1", "Home > Kitchen > Tea", "", 0),
            entry("c1", "Home > Kitchen > Pans", "", 0),
            entry("d1", "Home > Garden > Tools", "", 0),
            entry("e1", "Toys > Cars > Red", "", 0)));
  }

  @Test
  void amongEqualsTheNearerPriceIsNearer() {
    assertEquals(
        List.of(2, 1, 3),
        ranked(
            entry("teapot", "", "", 10),
            entry("teapot", "", "", 20),
            entry("teapot", "", "", 9),
            entry("teapot", "", "", 1)));
  }

  @Test
  void theSameBrandIsNearerThanTheSameSellerOnly() {
    assertEquals(
        List.of(1, 2), ranked(entry("cup", "", "A", 0), entry("cup", "", "A", 0), named("cup")));
  }

  @Test
  void spellingInNumberCaseAndAccentsIsTheSame() {
    assertEquals(List.of(1), ranked(named("Café cup"), named("CAFE CUPS"), named("spoon")));
  }

  @Test
  void whatSharesNothingIsNoCandidate() {
    assertTrue(ranked(named("cup"), named("spoon")).isEmpty());
  }

  @Test
  void aProductWithoutEntryHasNoCandidates() {
    var similarity = ContentSimilarity.of(catalog(named("cup"), named("cup")));
    assertTrue(candidates(similarity, 7).isEmpty());
    assertTrue(candidates(similarity, -1).isEmpty());
    assertEquals(Likeness.NONE, similarity.likeness(0, 7));
  }

  @Provide
  Arbitrary<List<CatalogEntry>> shops() {
    Arbitrary<String> names =
        Arbitraries.of("red", "blue", "cup", "pot", "tea")
            .list()
            .ofMaxSize(4)
            .map(words -> String.join(" ", words));
    Arbitrary<String> categories = Arbitraries.of("", "a", "a > b", "a > b > c", "a > d", "e");
    return Combinators.combine(
            names, categories, Arbitraries.of("", "x", "y"), Arbitraries.longs().between(0, 5))
        .as(ContentSimilarityTest::entry)
        .list()
        .ofMaxSize(12);
  }

  @Property
  void everyScoreIsThatOfItsPartsAndFromZeroToOne(@ForAll("shops") List<CatalogEntry> shop) {
    var similarity = ContentSimilarity.of(catalog(shop.toArray(CatalogEntry[]::new)));
    for (int i = 0; i < shop.size(); i++) {
      int product = i;
      similarity.candidates(
          i,
          (other, score) -> {
            assertTrue(score > 0 && score <= 1 + 1e-6, () -> "score " + score);
            assertEquals(similarity.likeness(product, other).score(), score, 1e-6);
          });
    }
  }

  @Property
  void numbersOfProductsDoNotMatter(@ForAll("shops") List<CatalogEntry> shop) {
    var forward = ContentSimilarity.of(catalog(shop.toArray(CatalogEntry[]::new)));
    var backward = ContentSimilarity.of(catalog(shop.reversed().toArray(CatalogEntry[]::new)));
    int last = shop.size() - 1;
    for (int i = 0; i < shop.size(); i++) {
      var turned = new HashMap<Integer, Double>();
      backward.candidates(last - i, (other, score) -> turned.put(last - other, score));
      assertEquals(candidates(forward, i), turned);
    }
  }
}
