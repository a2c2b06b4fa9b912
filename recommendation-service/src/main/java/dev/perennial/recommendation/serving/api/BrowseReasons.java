package dev.perennial.recommendation.serving.api;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.LookedAt;
import dev.perennial.contracts.recommendation.v1.NextClick;
import dev.perennial.recommendation.serving.domain.Evidence;
import java.time.Instant;

/** Evidence of what people look at, in the words of the contract. */
final class BrowseReasons {

  private BrowseReasons() {}

  static NextClick nextClick(Evidence.NextClick next) {
    return NextClick.newBuilder()
        .setSessions(next.sessions())
        .setSimilarSessions(next.similarSessions())
        .setLikeProductId(next.likeProduct().orElse(""))
        .setLikeness(next.likeness())
        .build();
  }

  static LookedAt lookedAt(Evidence.LookedAt seen) {
    return LookedAt.newBuilder().setLastAt(timestamp(seen.lastAt())).setTimes(seen.times()).build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
