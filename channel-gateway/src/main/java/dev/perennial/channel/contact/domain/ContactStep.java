package dev.perennial.channel.contact.domain;

import static java.util.Objects.requireNonNull;

/** One activity of a profile, as its contact sees it. */
public record ContactStep(ContactKey key, long revision, ContactChange change) {

  public ContactStep {
    requireNonNull(key, "key");
    requireNonNull(change, "change");
  }
}
