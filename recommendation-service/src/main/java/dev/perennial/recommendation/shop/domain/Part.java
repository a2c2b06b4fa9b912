package dev.perennial.recommendation.shop.domain;

import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;

/** What one feature keeps of a shop, as a snapshot holds it. */
public interface Part {

  /** Names it among the parts. */
  String key();

  /** Another one whenever other bytes are written; a snapshot of an earlier one is not used. */
  int version();

  void write(Shop shop, SnapshotOutput out);

  /** Into a shop that has nothing of this part. */
  void read(Shop shop, SnapshotInput in);
}
