package dev.perennial.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void aBurstOfOneSecondPassesAndThenTheRateHolds() {
    var bucket = new TokenBucket(10, 0);
    assertEquals(0, bucket.take(10, 0));
    assertEquals(1, bucket.take(1, 0));
    assertEquals(0, bucket.take(5, SECOND / 2));
    assertEquals(1, bucket.take(1, SECOND / 2));
  }

  @Test
  void aBatchLargerThanTheBucketPassesAndIsOwed() {
    var bucket = new TokenBucket(10, 0);
    assertEquals(0, bucket.take(35, 0));
    assertEquals(3, bucket.take(1, 0));
    assertEquals(0, bucket.take(1, 3 * SECOND));
  }
}
