package dev.perennial.recommendation.order.domain;

import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;

/** Which profile absorbed which. */
public final class MergesPart implements Part {

  @Override
  public String key() {
    return "merges";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Shop shop, SnapshotOutput out) {
    shop.merges().write(out);
  }

  @Override
  public void read(Shop shop, SnapshotInput in) {
    shop.merges().read(in);
  }
}
