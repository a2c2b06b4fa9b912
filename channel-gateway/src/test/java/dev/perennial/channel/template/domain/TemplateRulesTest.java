package dev.perennial.channel.template.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.perennial.channel.domain.Violation;
import dev.perennial.channel.template.domain.Content.ShownProducts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateRulesTest {

  private static final TemplateKey KEY = new TemplateKey("shop", "win-back");
  private static final Content CONTENT = new Content("email", "Hello", "<p>", Optional.empty());

  @Test
  void everyFieldThatIsWrongIsNamed() {
    var wrong = new Content("fax", " ", "x".repeat(200_001), Optional.of(shown("", "", 21, 22)));
    assertEquals(
        List.of(
            "/workspace",
            "/key",
            "/channel",
            "/subject",
            "/body",
            "/recommendations/strategy",
            "/recommendations/limit",
            "/recommendations/at_least"),
        fields(new TemplateKey("Shop", "-"), wrong));
  }

  @Test
  void productsAreThoseOfAStrategyOrOfAPlacement() {
    assertEquals(List.of(), fields(KEY, showing(shown("best-sellers", "", 3, 3))));
    assertEquals(List.of(), fields(KEY, showing(shown("", "mail", 3, 0))));
    assertEquals(
        List.of("/recommendations/strategy"),
        fields(KEY, showing(shown("best-sellers", "mail", 3, 0))));
  }

  private static Content showing(ShownProducts shown) {
    return new Content("email", "Hello", "<p>", Optional.of(shown));
  }

  private static ShownProducts shown(String strategy, String placement, int limit, int atLeast) {
    return new ShownProducts(strategy, List.of(), placement, "", limit, atLeast);
  }

  @Test
  void aTemplateWithoutRecommendationsIsFine() {
    assertEquals(List.of(), fields(KEY, CONTENT));
  }

  @Test
  void onlyAnotherContentMakesAnotherVersion() {
    var first = new Template(KEY, CONTENT, 1, Instant.EPOCH);
    var later = Instant.EPOCH.plusSeconds(1);
    assertSame(first, first.with(CONTENT, later));
    var changed = new Content("email", "Hello again", "<p>", Optional.empty());
    assertEquals(new Template(KEY, changed, 2, later), first.with(changed, later));
  }

  private static List<String> fields(TemplateKey key, Content content) {
    return TemplateRules.check(key, content).violations().stream().map(Violation::field).toList();
  }
}
