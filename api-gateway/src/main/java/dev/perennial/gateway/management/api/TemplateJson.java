package dev.perennial.gateway.management.api;

import dev.perennial.contracts.channel.v1.ListTemplatesResponse;
import dev.perennial.contracts.channel.v1.Template;
import dev.perennial.contracts.channel.v1.TemplateRecommendations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Templates in JSON. */
final class TemplateJson {

  /** Products that the template shows. */
  record Recommendations(@Nullable String strategy, int limit) {

    TemplateRecommendations toContract() {
      return TemplateRecommendations.newBuilder()
          .setStrategy(strategy == null ? "" : strategy)
          .setLimit(limit)
          .build();
    }

    static @Nullable Recommendations of(Template template) {
      return template.hasRecommendations()
          ? new Recommendations(
              template.getRecommendations().getStrategy(), template.getRecommendations().getLimit())
          : null;
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
