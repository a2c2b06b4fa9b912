package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.interest.domain.Noticed;
import java.util.List;

/**
 * One question in full.
 *
 * @param chain the first strategy answers; each next one fills what those before it left open
 * @param limit how many to show, at least 1
 */
public record Ask(Query query, List<Strategy> chain, Rules rules, int limit) {

  public Ask {
    chain = List.copyOf(chain);
    if (chain.isEmpty() || limit < 1) {
      throw new IllegalArgumentException("a question needs a strategy and a limit");
    }
  }

  /** With what is news to the profile. */
  public Ask withNews(List<Noticed> news) {
    return new Ask(query.withNews(news), chain, rules, limit);
  }

  Ask withLimit(int other) {
    return new Ask(query, chain, rules, other);
  }
}
