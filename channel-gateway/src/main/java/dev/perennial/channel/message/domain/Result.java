package dev.perennial.channel.message.domain;

import static java.util.Objects.requireNonNull;

/** What became of an attempt to send. Reasons hold nothing personal. */
public sealed interface Result {

  /** Why; empty when it was sent. */
  String reason();

  /** The provider took it. */
  record Sent() implements Result {
    @Override
    public String reason() {
      return "";
    }
  }

  /** Certainly not taken, and worth trying again. */
  record Postponed(String reason) implements Result {
    public Postponed {
      requireNonNull(reason, "reason");
    }
  }

  /** The provider refused it for good. */
  record Bounced(String reason) implements Result {
    public Bounced {
      requireNonNull(reason, "reason");
    }
  }

  /** It cannot be composed. */
  record Broken(String reason) implements Result {
    public Broken {
      requireNonNull(reason, "reason");
    }
  }

  /** No answer came: nobody knows whether the provider took it. */
  record Unclear(String reason) implements Result {
    public Unclear {
      requireNonNull(reason, "reason");
    }
  }

  default Status status() {
    return switch (this) {
      case Sent _ -> Status.SENT;
      case Postponed _ -> Status.QUEUED;
      case Bounced _, Broken _ -> Status.FAILED;
      case Unclear _ -> Status.UNKNOWN;
    };
  }

  /** Whether an event tells of it. */
  default boolean isOutcome() {
    return this instanceof Sent || this instanceof Bounced;
  }
}
