package dev.perennial.gateway.domain;

/**
 * Lets a number of events (or questions) a second through, with a burst of one second. A request is
 * let through whole while any token is left, and what it takes beyond is owed: so a batch larger
 * than the bucket passes, and the rate still holds.
 */
public final class TokenBucket {

  private static final double NANOS_PER_SECOND = 1e9;

  private final int perSecond;
  private double tokens;
  private long filledAt;

  public TokenBucket(int perSecond, long nowNanos) {
    this.perSecond = perSecond;
    this.tokens = perSecond;
    this.filledAt = nowNanos;
  }

  /**
   * Takes a token for each event.
   *
   * @return 0 when the events may pass, else the seconds to wait (rounded up)
   */
  public synchronized int take(int events, long nowNanos) {
    double filled = tokens + (nowNanos - filledAt) / NANOS_PER_SECOND * perSecond;
    tokens = Math.min(perSecond, filled);
    filledAt = nowNanos;
    if (tokens > 0) {
      tokens -= events;
      return 0;
    }
    return (int) Math.floor(-tokens / perSecond) + 1;
  }

  public int perSecond() {
    return perSecond;
  }
}
