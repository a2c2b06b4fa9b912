package dev.perennial.segment.domain;

/** There is no segment of this key. */
public final class NoSuchSegment extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSuchSegment() {
    super("no such segment");
  }
}
