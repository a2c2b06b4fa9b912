package dev.perennial.recommendation.order.domain;

import java.util.Arrays;

/** Counts by day (UTC, days since 1970), kept for the days that have any. */
final class Days {

  private int[] days;
  private int[] counts;
  private int size;

  Days() {
    this(2);
  }

  private Days(int capacity) {
    days = new int[capacity];
    counts = new int[capacity];
  }

  /** Counts each of these days once for each time that it is there; they are put in order. */
  static Days of(int[] all) {
    Arrays.sort(all);
    int different = 0;
    for (int i = 0; i < all.length; i++) {
      different += i == 0 || all[i] != all[i - 1] ? 1 : 0;
    }
    var counted = new Days(different);
    for (int day : all) {
      counted.add(day, 1);
    }
    return counted;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds to the count of a day, which never falls below 0. */
  void add(int day, int count) {
    // Most of what comes is of the last day.
    int at = size > 0 && days[size - 1] == day ? size - 1 : find(day);
    if (at < 0) {
      insert(-at - 1, day, count);
    } else {
      counts[at] += count;
      if (counts[at] == 0) {
        close(at);
      }
    }
  }

  /** The sum over the days from the first to the last, both included. */
  int between(int first, int last) {
    int sum = 0;
    for (int at = from(first); at < size && days[at] <= last; at++) {
      sum += counts[at];
    }
    return sum;
  }

  /** The sum of what each day up to the last one still weighs. */
  double decayed(Decay decay, int last, int today) {
    double sum = 0;
    for (int at = from(today - decay.days()); at < size && days[at] <= last; at++) {
      sum += counts[at] * decay.weight(today - days[at]);
    }
    return sum;
  }

  private int from(int day) {
    int at = find(day);
    return at < 0 ? -at - 1 : at;
  }

  private int find(int day) {
    return Arrays.binarySearch(days, 0, size, day);
  }

  private void insert(int at, int day, int count) {
    if (size == days.length) {
      days = Arrays.copyOf(days, Math.max(2, size * 2));
      counts = Arrays.copyOf(counts, days.length);
    }
    System.arraycopy(days, at, days, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    days[at] = day;
    counts[at] = count;
    size++;
  }

  private void close(int at) {
    size--;
    System.arraycopy(days, at + 1, days, at, size - at);
    System.arraycopy(counts, at + 1, counts, at, size - at);
  }
}
