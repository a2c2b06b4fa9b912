package dev.perennial.recommendation.serving.app;

import dev.perennial.recommendation.shop.app.FollowChanges;
import jakarta.enterprise.context.ApplicationScoped;

/** What must be in memory before anything is answered: without it answers would be wrong. */
@ApplicationScoped
public class WarmUp {

  private final FollowChanges following;
  private final CurrentPlacements placements;

  WarmUp(FollowChanges following, CurrentPlacements placements) {
    this.following = following;
    this.placements = placements;
  }

  /** Whether all that had been recorded, and every placement, was read since the start. */
  public boolean isDone() {
    return following.hasCaughtUp() && placements.areKnown();
  }
}
