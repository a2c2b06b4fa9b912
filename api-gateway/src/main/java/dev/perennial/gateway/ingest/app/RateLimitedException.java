package dev.perennial.gateway.ingest.app;

/** The workspace sends more than it may; the same request can be sent again later. */
public final class RateLimitedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int retryAfterSeconds;

  RateLimitedException(int retryAfterSeconds) {
    super("the workspace's events per second are used up", null, false, false);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
