package dev.perennial.recommendation.browse.domain;

import java.util.Arrays;

/**
 * How many sessions held something, hour by hour: whole numbers, so that taking out leaves exactly
 * what was there before, whatever came in between.
 */
public final class Pulse {

  static final Pulse NONE = new Pulse();

  private int[] hours = new int[2];
  private int[] sessions = new int[2];
  private int[] weights = new int[2];
  private int size;

  void add(int hour, int weight) {
    int at = Arrays.binarySearch(hours, 0, size, hour);
    if (at < 0) {
      at = -at - 1;
      makeRoom(at);
      hours[at] = hour;
    }
    sessions[at]++;
    weights[at] += weight;
  }

  void remove(int hour, int weight) {
    int at = Arrays.binarySearch(hours, 0, size, hour);
    weights[at] -= weight;
    if (--sessions[at] == 0) {
      size--;
      System.arraycopy(hours, at + 1, hours, at, size - at);
      System.arraycopy(sessions, at + 1, sessions, at, size - at);
      System.arraycopy(weights, at + 1, weights, at, size - at);
    }
  }

  /** The sessions after one hour, and not after another. */
  public int sessions(int after, int until) {
    int count = 0;
    for (int i = firstAfter(after); i < size && hours[i] <= until; i++) {
      count += sessions[i];
    }
    return count;
  }

  /** The same, each session worth less the longer ago it was. */
  public long fadedSessions(int after, int until, Fading fading) {
    long sum = 0;
    for (int i = firstAfter(after); i < size && hours[i] <= until; i++) {
      sum += sessions[i] * fading.parts(until - hours[i]);
    }
    return sum;
  }

  /** The weights of all sessions until an hour, faded. */
  public long fadedWeights(int until, Fading fading) {
    long sum = 0;
    for (int i = firstAfter(until - fading.hours()); i < size && hours[i] <= until; i++) {
      sum += weights[i] * fading.parts(until - hours[i]);
    }
    return sum;
  }

  private int firstAfter(int hour) {
    int at = Arrays.binarySearch(hours, 0, size, hour);
    return at < 0 ? -at - 1 : at + 1;
  }

  private void makeRoom(int at) {
    if (size == hours.length) {
      hours = Arrays.copyOf(hours, size * 2);
      sessions = Arrays.copyOf(sessions, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    System.arraycopy(hours, at, hours, at + 1, size - at);
    System.arraycopy(sessions, at, sessions, at + 1, size - at);
    System.arraycopy(weights, at, weights, at + 1, size - at);
    sessions[at] = 0;
    weights[at] = 0;
    size++;
  }
}
