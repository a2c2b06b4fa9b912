package dev.perennial.profile.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Whether a person wants messages about a topic on a channel.
 *
 * @param since when they said so
 * @param source where: "event", "api", "preference_page", "one_click"
 */
public record Consent(Subject subject, boolean subscribed, Instant since, String source) {

  public static final String ANY = "*";

  public Consent {
    requireNonNull(subject, "subject");
    requireNonNull(since, "since");
    requireNonNull(source, "source");
  }

  /** What is consented to; {@link #ANY} stands for every channel or every topic. */
  public record Subject(String channel, String topic) {

    public Subject {
      requireNonNull(channel, "channel");
      requireNonNull(topic, "topic");
    }
  }

  /** What one person said: the later word counts, at the same instant the stricter. */
  Consent orLater(Consent other) {
    int byTime = other.since.compareTo(since);
    if (byTime != 0) {
      return byTime > 0 ? other : this;
    }
    return stricter(other);
  }

  /** What two profiles of one person said: the stricter counts; of two alike, the first word. */
  Consent stricter(Consent other) {
    if (subscribed != other.subscribed) {
      return subscribed ? other : this;
    }
    return other.since.isBefore(since) ? other : this;
  }
}
