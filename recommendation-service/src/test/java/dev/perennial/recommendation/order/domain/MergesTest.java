package dev.perennial.recommendation.order.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergesTest {

  private final Merges merges = new Merges();
  private final UUID ann = new UUID(0, 1);
  private final UUID annToo = new UUID(0, 2);
  private final UUID annAsWell = new UUID(0, 3);

  @Test
  void aProfileThatWasNotMergedIsItself() {
    assertEquals(ann, merges.follow(ann));
  }

  @Test
  void mergesAreFollowedToTheLastOne() {
    merges.put(annToo, annAsWell);
    merges.put(annAsWell, ann);
    assertEquals(ann, merges.follow(annToo));
  }

  @Test
  void aCircleIsNotFollowed() {
    merges.put(ann, annToo);
    merges.put(annToo, ann);
    assertEquals(ann, merges.follow(ann));
  }
}
