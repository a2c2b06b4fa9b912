package dev.perennial.recommendation.browse.domain;

import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;

/** The trails of all profiles; sessions and all counts are made of them again. */
public final class BrowsingPart implements Part {

  @Override
  public String key() {
    return "browsing";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Shop shop, SnapshotOutput out) {
    shop.browsing().write(out);
  }

  @Override
  public void read(Shop shop, SnapshotInput in) {
    shop.browsing().read(in);
  }
}
