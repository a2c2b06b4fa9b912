package dev.perennial.gateway.workspace.domain;

import dev.perennial.gateway.domain.InvalidRequestException;

/**
 * How much a workspace may send.
 *
 * @param eventBytes largest event, in bytes of JSON with what its batch adds to it
 * @param batchBytes largest request, in bytes of JSON after decompression
 * @param batchEvents most events in a request
 * @param eventsPerSecond events a second and gateway, with a burst of one second; 0 means no limit
 * @param recommendationsPerSecond questions for recommendations, likewise
 */
public record Limits(
    int eventBytes,
    int batchBytes,
    int batchEvents,
    int eventsPerSecond,
    int recommendationsPerSecond) {

  /** An event fits a Kafka record (1 MiB) even when each of its bytes becomes three. */
  public static final int MAX_EVENT_BYTES = 300 * 1024;

  public static final int MAX_BATCH_BYTES = 10_000_000;
  public static final int MAX_BATCH_EVENTS = 10_000;

  /**
   * What Segment's own API allows, and of questions twice what two cores are known to answer: a
   * shop that asks in a loop leaves something to its neighbours.
   */
  public static final Limits DEFAULT = new Limits(32 * 1024, 500 * 1024, 2_500, 0, 2_000);

  /**
   * What the most generous workspace could have: the limit of a request whose key is not known yet.
   */
  public static final Limits WIDEST =
      new Limits(MAX_EVENT_BYTES, MAX_BATCH_BYTES, MAX_BATCH_EVENTS, 0, 0);

  public Limits {
    check("eventBytes", eventBytes, 1, MAX_EVENT_BYTES);
    check("batchBytes", batchBytes, 1, MAX_BATCH_BYTES);
    check("batchEvents", batchEvents, 1, MAX_BATCH_EVENTS);
    check("eventsPerSecond", eventsPerSecond, 0, Integer.MAX_VALUE);
    check("recommendationsPerSecond", recommendationsPerSecond, 0, Integer.MAX_VALUE);
  }

  private static void check(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidRequestException(
          "/limits/" + field, "must be %d to %d".formatted(least, most));
    }
  }
}
