package dev.perennial.channel.message.domain;

/** Where a message stands. */
public enum Status {
  /** Waits to be sent. */
  QUEUED,
  /** Claimed: the call to the provider may be under way. */
  SENDING,
  /** The provider took it. */
  SENT,
  /** Policy said no. */
  REFUSED,
  /** The provider said no for good, or it cannot be composed. */
  FAILED,
  /** Nobody knows whether the provider took it. */
  UNKNOWN
}
