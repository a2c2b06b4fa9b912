package dev.perennial.journey.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * A step of a journey. A new kind of node is a new record here, and the compiler says where to go.
 */
public sealed interface Node {

  /** The node that follows; empty when the run ends here. */
  Optional<String> following();

  /**
   * Asks for one message to the person.
   *
   * @param topic the subscription that consent is looked up for; empty for a transactional message
   * @param ttl how long after it was due the message may still be sent; empty for ever
   */
  record Message(String channel, String template, String topic, Optional<Duration> ttl, String next)
      implements Node {

    public Message {
      requireNonNull(channel, "channel");
      requireNonNull(template, "template");
      requireNonNull(topic, "topic");
      requireNonNull(ttl, "ttl");
      requireNonNull(next, "next");
    }

    @Override
    public Optional<String> following() {
      return Optional.of(next);
    }
  }

  /** Waits, counted from when the run came to the node. */
  record Delay(Duration length, String next) implements Node {

    public Delay {
      requireNonNull(next, "next");
      if (length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException("a delay is longer than nothing");
      }
    }

    @Override
    public Optional<String> following() {
      return Optional.of(next);
    }
  }

  /** Ends the run as completed. */
  record Exit() implements Node {

    @Override
    public Optional<String> following() {
      return Optional.empty();
    }
  }
}
