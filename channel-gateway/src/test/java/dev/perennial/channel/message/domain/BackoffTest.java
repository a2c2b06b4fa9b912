package dev.perennial.channel.message.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void doublesFromASecond() {
    assertEquals(Duration.ofSeconds(1), Backoff.retry(0));
    assertEquals(Duration.ofSeconds(8), Backoff.retry(3));
  }

  @Property
  void neverShrinksAndNeverRestsForMoreThanFiveMinutes(
      @ForAll @IntRange(min = 0, max = 1_000_000) int attempts) {
    var rest = Backoff.retry(attempts);
    assertTrue(rest.compareTo(Backoff.retry(attempts + 1)) <= 0);
    assertTrue(rest.compareTo(Duration.ofMinutes(5)) <= 0);
  }
}
