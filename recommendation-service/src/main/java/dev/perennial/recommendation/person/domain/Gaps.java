package dev.perennial.recommendation.person.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The times between one purchase of a product and the next. */
final class Gaps {

  /** What is bought again within this was forgotten, or is one purchase in two orders. */
  private static final Duration LEAST = Duration.ofDays(1);

  private Gaps() {}

  /** In seconds, none below a day. */
  static List<Long> between(List<Instant> ascending) {
    var gaps = new ArrayList<Long>();
    Instant last = ascending.getFirst();
    for (Instant at : ascending) {
      var gap = Duration.between(last, at);
      if (gap.compareTo(LEAST) >= 0) {
        gaps.add(gap.toSeconds());
        last = at;
      }
    }
    return gaps;
  }

  /** The middle one, of an even number the mean of the middle two. */
  static double median(List<Long> gaps) {
    var sorted = gaps.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
  }
}
