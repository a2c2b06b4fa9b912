package dev.perennial.channel.message.domain;

import static java.util.Objects.requireNonNull;

/** What policy says of a message that is due. */
public sealed interface Decision {

  /** It may go now. */
  record Send() implements Decision {}

  /** It must not go, now or later. */
  record Refuse(String reason) implements Decision {

    public Refuse {
      requireNonNull(reason, "reason");
    }
  }

  /** It cannot be decided yet. */
  record Wait(String reason) implements Decision {

    public Wait {
      requireNonNull(reason, "reason");
    }
  }
}
