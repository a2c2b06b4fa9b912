package dev.perennial.channel.template.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
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
   * Products that a template shows. What recommendation-service makes of it is for that to say.
   *
   * @param strategy empty when there is a placement
   * @param fallbacks strategies for what the first one leaves open
   * @param placement empty when there is a strategy
   * @param rules a JSON object; empty for none
   * @param limit 1 to 20; fewer are shown when fewer are found
   * @param atLeast 0 to limit; a message for which fewer are found is not sent
   */
  public record ShownProducts(
      String strategy,
      List<String> fallbacks,
      String placement,
      String rules,
      int limit,
      int atLeast) {

    public ShownProducts {
      requireNonNull(strategy, "strategy");
      fallbacks = List.copyOf(fallbacks);
      requireNonNull(placement, "placement");
      requireNonNull(rules, "rules");
    }
  }
}
