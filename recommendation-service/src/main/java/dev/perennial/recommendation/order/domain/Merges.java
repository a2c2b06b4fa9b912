package dev.perennial.recommendation.order.domain;

import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which profile absorbed which. A profile that absorbed others may be absorbed itself; each is once
 * at most, by one that is older, so there are no circles.
 *
 * <p>Reads may run side by side; a write must run alone.
 */
public final class Merges {

  /** Circles in what is told must not hold up an answer. */
  private static final int FURTHEST = 100;

  private final Map<UUID, UUID> into = new HashMap<>();

  public void put(UUID profile, UUID winner) {
    into.put(profile, winner);
  }

  /** The profile that a profile is part of now; itself when it was not merged. */
  public UUID follow(UUID profile) {
    UUID now = profile;
    for (int steps = 0; steps < FURTHEST; steps++) {
      UUID winner = into.get(now);
      if (winner == null) {
        return now;
      }
      now = winner;
    }
    return profile;
  }

  /** For {@link MergesPart}. */
  void write(SnapshotOutput out) {
    out.writeInt(into.size());
    into.forEach((profile, winner) -> {
      out.writeId(profile);
      out.writeId(winner);
    });
  }

  void read(SnapshotInput in) {
    for (int left = in.readInt(); left > 0; left--) {
      into.put(in.readId(), in.readId());
    }
  }
}
