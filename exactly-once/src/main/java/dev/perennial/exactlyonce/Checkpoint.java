package dev.perennial.exactlyonce;

/** Told at each step where a crash would matter. Tests crash or pause there. */
@FunctionalInterface
interface Checkpoint {

  Checkpoint NONE = _ -> {};

  /** The steps of an owner, in the order of the protocol. */
  enum Step {
    REVOKED,
    ASSIGNED,
    CLAIMED,
    REPUBLISHED,
    PREPARED,
    BEGUN,
    FENCED,
    APPLIED,
    SLOT_FILLED,
    COMMITTED,
    PUBLISHING,
    PUBLISHED
  }

  void reached(Step step);
}
