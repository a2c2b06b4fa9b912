package dev.perennial.recommendation.serving.domain;

/** There is no placement of this key. */
public final class NoSuchPlacement extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSuchPlacement() {
    super("no such placement");
  }
}
