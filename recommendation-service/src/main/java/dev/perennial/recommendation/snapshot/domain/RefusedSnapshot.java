package dev.perennial.recommendation.snapshot.domain;

/** A snapshot that cannot be used; the message says why, and holds nothing of what is in it. */
public final class RefusedSnapshot extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RefusedSnapshot(String reason) {
    super(reason);
  }

  public RefusedSnapshot(String reason, Throwable cause) {
    super(reason, cause);
  }
}
