package dev.perennial.localstack.supervisor;

/** Where a child is in its life. */
enum State {
  /** Its process runs and does not answer yet. */
  STARTING,
  READY,
  /** Its process died; another follows after a pause. */
  WAITING,
  STOPPED
}
