package dev.perennial.channel.contact.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an activity of a profile means for its contact. */
public sealed interface ContactChange {

  /**
   * Traits were set or taken away.
   *
   * @param set the new values, never null
   */
  record TraitsSet(Map<String, Object> set, Set<String> removed) implements ContactChange {}

  /** Identifiers came or went. */
  record Identified(List<Identifier> added, List<Identifier> removed) implements ContactChange {}

  /**
   * The person has said what they want.
   *
   * @param replay it was said about a profile that was merged into this one: the stricter wins
   */
  record Consented(Subscription subscription, boolean subscribed, boolean replay)
      implements ContactChange {}

  /** The profile is no more. */
  record Ended(Contact.State state) implements ContactChange {}

  /** Nothing that matters here. */
  record Nothing() implements ContactChange {}
}
