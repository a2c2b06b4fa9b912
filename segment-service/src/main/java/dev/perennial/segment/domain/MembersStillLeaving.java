package dev.perennial.segment.domain;

/** A segment of this key was deleted a moment ago, and its members are still leaving. */
public final class MembersStillLeaving extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MembersStillLeaving() {
    super("the segment was deleted and its members are still leaving; try again in a moment");
  }
}
