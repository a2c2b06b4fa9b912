package dev.perennial.recommendation.app;

import dev.perennial.recommendation.domain.TopPairs;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the pairs that most orders hold, from memory. */
@ApplicationScoped
public class ListTopPairs {

  private final LiveBaskets live;

  ListTopPairs(LiveBaskets live) {
    this.live = live;
  }

  public TopPairs.Ranking strongest(String workspace, int limit) {
    return live.read(workspace, index -> new TopPairs(index).strongest(limit));
  }
}
