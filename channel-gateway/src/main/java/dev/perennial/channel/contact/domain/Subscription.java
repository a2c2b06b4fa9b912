package dev.perennial.channel.contact.domain;

import static java.util.Objects.requireNonNull;

/** A channel and a topic that one can be subscribed to; "*" stands for every one. */
public record Subscription(String channel, String topic) {

  static final String EVERY = "*";

  public Subscription {
    requireNonNull(channel, "channel");
    requireNonNull(topic, "topic");
  }

  /** Whether what is said of this is said of the other, too. */
  boolean covers(Subscription other) {
    return covers(channel, other.channel) && covers(topic, other.topic);
  }

  private static boolean covers(String pattern, String value) {
    return pattern.equals(EVERY) || pattern.equals(value);
  }

  @Override
  public String toString() {
    return channel + "/" + topic;
  }
}
