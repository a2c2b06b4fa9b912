package dev.perennial.channel.template.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What people write.
 *
 * @param channel "email"
 * @param subject Liquid
 * @param body Liquid; HTML for e-mail
 */
public record Content(
    String channel, String subject, String body, Optional<ShownProducts> recommendations) {

  public Content {
    requireNonNull(channel, "channel");
    requireNonNull(subject, "subject");
    requireNonNull(body, "body");
    requireNonNull(recommendations, "recommendations");
  }

  /**
   * Products that a template shows.
   *
   * @param strategy one of recommendation-service
   * @param limit 1 to 20; fewer are shown when fewer are found
   */
  public record ShownProducts(String strategy, int limit) {

    public ShownProducts {
      requireNonNull(strategy, "strategy");
    }
  }
}
