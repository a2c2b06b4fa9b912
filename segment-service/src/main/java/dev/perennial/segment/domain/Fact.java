package dev.perennial.segment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one {@link Feature} of one profile. */
public sealed interface Fact {

  record TraitValue(Optional<Value> value) implements Fact {
    public static final TraitValue ABSENT = new TraitValue(Optional.empty());
  }

  /** All time: a number is enough. */
  record Total(long amount) implements Fact {
    public static final Total ZERO = new Total(0);
  }

  /**
   * A window: each occurrence that is, or will be, inside.
   *
   * @param at microseconds since the epoch, ascending
   * @param amounts of the same length
   */
  record Occurrences(long[] at, long[] amounts) implements Fact {

    public static final Occurrences NONE = new Occurrences(new long[0], new long[0]);

    public Occurrences {
      if (at.length != amounts.length) {
        throw new IllegalArgumentException("instants and amounts differ in number");
      }
    }

    /** One more, which may be earlier than those that are there. */
    public Occurrences with(Instant when, long amount) {
      long micros = Micros.of(when);
      int place = at.length;
      while (place > 0 && at[place - 1] > micros) {
        place--;
      }
      return new Occurrences(inserted(at, place, micros), inserted(amounts, place, amount));
    }

    /** Without those that have left the window for good. */
    public Occurrences pruned(Duration window, Instant now) {
      int first = firstAfter(Micros.of(now) - Micros.of(window));
      return first == 0
          ? this
          : new Occurrences(
              Arrays.copyOfRange(at, first, at.length),
              Arrays.copyOfRange(amounts, first, amounts.length));
    }

    /**
     * Whether the sum over {@code (now - window, now]} passes, and the instant at which that
     * changes. The sum is a step function: an occurrence joins it at its own instant and leaves it
     * one window later.
     */
    public Answer answer(Is is, Measure measure, Duration window, Instant now) {
      long length = Micros.of(window);
      long micros = Micros.of(now);
      int oldest = firstAfter(micros - length);
      int coming = firstAfter(micros);
      long sum = 0;
      for (int i = oldest; i < coming; i++) {
        sum += amounts[i];
      }
      boolean holds = is.holds(measure.value(sum));
      while (oldest < at.length) {
        long step = at[oldest] + length;
        if (coming < at.length) {
          step = Math.min(step, at[coming]);
        }
        while (coming < at.length && at[coming] == step) {
          sum += amounts[coming++];
        }
        while (oldest < coming && at[oldest] + length == step) {
          sum -= amounts[oldest++];
        }
        if (is.holds(measure.value(sum)) != holds) {
          return new Answer(holds, Micros.instant(step));
        }
      }
      return Answer.forEver(holds);
    }

    private int firstAfter(long micros) {
      int first = 0;
      while (first < at.length && at[first] <= micros) {
        first++;
      }
      return first;
    }

    private static long[] inserted(long[] into, int place, long one) {
      long[] longer = Arrays.copyOf(into, into.length + 1);
      System.arraycopy(into, place, longer, place + 1, into.length - place);
      longer[place] = one;
      return longer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Occurrences(var otherAt, var otherAmounts)
          && Arrays.equals(at, otherAt)
          && Arrays.equals(amounts, otherAmounts);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(at) + Arrays.hashCode(amounts);
    }
  }
}
