package dev.perennial.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff();

  @Test
  void pausesDoubleUpToHalfAMinute() {
    var pauses = Stream.generate(() -> backoff.after(Duration.ZERO).toSeconds()).limit(7).toList();
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L), pauses);
  }

  @Test
  void whoLivedAMinuteStartsOver() {
    backoff.after(Duration.ZERO);
    backoff.after(Duration.ZERO);
    assertEquals(Backoff.FIRST, backoff.after(Backoff.RECOVERED));
    assertEquals(Backoff.FIRST.multipliedBy(2), backoff.after(Duration.ZERO));
  }
}
