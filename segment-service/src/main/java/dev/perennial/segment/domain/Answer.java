package dev.perennial.segment.domain;

import java.time.Instant;

/**
 * Whether a condition holds, and until when it stays so if nothing more happens.
 *
 * @param until the first instant of the other answer; {@link #FOR_EVER} when there is none
 */
public record Answer(boolean holds, Instant until) {

  public static final Instant FOR_EVER = Instant.MAX;

  public static Answer forEver(boolean holds) {
    return new Answer(holds, FOR_EVER);
  }

  public Answer negated() {
    return new Answer(!holds, until);
  }
}
