package dev.perennial.channel.template.domain;

import dev.perennial.channel.domain.Checks;
import dev.perennial.channel.template.domain.Content.ShownProducts;

/** What a template must be, apart from being Liquid. */
public final class TemplateRules {

  static final int LONGEST_SUBJECT = 1_000;
  static final int LONGEST_BODY = 200_000;
  static final int MOST_PRODUCTS = 20;

  private TemplateRules() {}

  public static Checks check(TemplateKey key, Content content) {
    var checks =
        new Checks()
            .key(key.workspace(), "/workspace")
            .key(key.key(), "/key")
            .that(content.channel().equals("email"), "/channel", "must be \"email\"")
            .text(content.subject(), "/subject", LONGEST_SUBJECT)
            .text(content.body(), "/body", LONGEST_BODY);
    content.recommendations().ifPresent(shown -> check(shown, checks));
    return checks;
  }

  private static void check(ShownProducts shown, Checks checks) {
    checks
        .that(
            shown.strategy().isEmpty() != shown.placement().isEmpty(),
            "/recommendations/strategy",
            "or a placement must be named, not both")
        .that(
            shown.limit() >= 1 && shown.limit() <= MOST_PRODUCTS,
            "/recommendations/limit",
            "must be 1 to " + MOST_PRODUCTS)
        .that(
            shown.atLeast() >= 0 && shown.atLeast() <= shown.limit(),
            "/recommendations/at_least",
            "must be 0 to the limit");
  }
}
