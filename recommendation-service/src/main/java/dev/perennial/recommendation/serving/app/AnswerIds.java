package dev.perennial.recommendation.serving.app;

import dev.perennial.recommendation.serving.domain.RecommendationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Ids of answers: UUIDv7 (RFC 9562), so that they sort by time. */
@ApplicationScoped
public class AnswerIds {

  private final Clock clock;

  AnswerIds(Clock clock) {
    this.clock = clock;
  }

  UUID next() {
    RandomGenerator random = ThreadLocalRandom.current();
    long version = 0x7000 | random.nextInt(0x1000);
    long variant = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
    return RecommendationId.ofAnswer(new UUID(clock.millis() << 16 | version, variant));
  }
}
