package dev.perennial.gateway.management.api;

import static java.util.Objects.requireNonNullElse;

import dev.perennial.contracts.channel.v1.ListTemplatesResponse;
import dev.perennial.contracts.channel.v1.Template;
import dev.perennial.contracts.channel.v1.TemplateRecommendations;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Templates in JSON. */
final class TemplateJson {

  /** Products that the template shows. */
  @Schema(name = "TemplateRecommendations")
  record Recommendations(
      @Schema(description = "Left out when a placement is named") @Nullable String strategy,
      @Schema(description = "Fill what the strategy leaves open, in this order")
          @Nullable List<String> fallbacks,
      @Schema(description = "A saved placement, whose variants share the people")
          @Nullable String placement,
      @Nullable RulesJson rules,
      @Schema(description = "1 to 20") int limit,
      @Schema(description = "A message for which fewer are found is not sent; 0 when left out")
          @Nullable Integer atLeast) {

    TemplateRecommendations toContract() {
      var contract =
          TemplateRecommendations.newBuilder()
              .setStrategy(requireNonNullElse(strategy, ""))
              .addAllFallbacks(requireNonNullElse(fallbacks, List.of()))
              .setPlacement(requireNonNullElse(placement, ""))
              .setLimit(limit)
              .setAtLeast(requireNonNullElse(atLeast, 0));
      if (rules != null) {
        contract.setRules(rules.toContract("/recommendations/rules"));
      }
      return contract.build();
    }

    static @Nullable Recommendations of(Template template) {
      return template.hasRecommendations() ? of(template.getRecommendations()) : null;
    }

    private static Recommendations of(TemplateRecommendations shown) {
      return new Recommendations(
          orNull(shown.getStrategy(), shown.getStrategy().isEmpty()),
          orNull(shown.getFallbacksList(), shown.getFallbacksCount() == 0),
          orNull(shown.getPlacement(), shown.getPlacement().isEmpty()),
          shown.hasRules() ? RulesJson.of(shown.getRules()) : null,
          shown.getLimit(),
          orNull(shown.getAtLeast(), shown.getAtLeast() == 0));
    }

    private static <T> @Nullable T orNull(T said, boolean isNothing) {
      return isNothing ? null : said;
    }
  }

  record Put(
      @Nullable String channel,
      @Nullable String subject,
      @Nullable String body,
      @Nullable Recommendations recommendations) {}

  record View(
      String key,
      String channel,
      String subject,
      String body,
      @Nullable Recommendations recommendations,
      int version,
      @Nullable Instant changedAt) {

    static View of(Template template) {
      return new View(
          template.getKey(),
          template.getChannel(),
          template.getSubject(),
          template.getBody(),
          Recommendations.of(template),
          template.getVersion(),
          Json.instant(template.hasChangedAt(), template.getChangedAt()));
    }
  }

  record Page(List<View> templates) {

    static Page of(ListTemplatesResponse response) {
      return new Page(response.getTemplatesList().stream().map(View::of).toList());
    }
  }

  private TemplateJson() {}
}
