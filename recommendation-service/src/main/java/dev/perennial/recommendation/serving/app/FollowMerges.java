package dev.perennial.recommendation.serving.app;

import dev.perennial.recommendation.shop.app.Shops;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds profiles under the ids that they have now, as callers keep those of before a merge. */
@ApplicationScoped
public class FollowMerges {

  private final Shops shops;

  FollowMerges(Shops shops) {
    this.shops = shops;
  }

  /** The profile that absorbed this one; itself when none did, or none is known. */
  public UUID follow(String workspace, UUID profile) {
    return shops.read(workspace, shop -> shop.merges().follow(profile));
  }
}
