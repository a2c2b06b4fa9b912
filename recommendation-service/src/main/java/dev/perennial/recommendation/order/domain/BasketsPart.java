package dev.perennial.recommendation.order.domain;

import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;

/** What was ordered by whom, and where they live; all counts are made of it again. */
public final class BasketsPart implements Part {

  @Override
  public String key() {
    return "baskets";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void write(Shop shop, SnapshotOutput out) {
    shop.baskets().write(out);
  }

  @Override
  public void read(Shop shop, SnapshotInput in) {
    shop.baskets().read(in);
  }
}
