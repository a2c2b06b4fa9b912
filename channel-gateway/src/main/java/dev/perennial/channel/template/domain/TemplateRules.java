package dev.perennial.channel.template.domain;

import dev.perennial.channel.domain.Checks;

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
    content
        .recommendations()
        .ifPresent(shown ->
            checks
                .text(shown.strategy(), "/recommendations/strategy", 64)
                .that(
                    shown.limit() >= 1 && shown.limit() <= MOST_PRODUCTS,
                    "/recommendations/limit",
                    "must be 1 to " + MOST_PRODUCTS));
    return checks;
  }
}
