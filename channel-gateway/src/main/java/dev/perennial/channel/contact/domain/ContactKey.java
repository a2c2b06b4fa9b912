package dev.perennial.channel.contact.domain;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.UUID;

/** Whose contact. Sorted, so that whoever locks several does so in the same order. */
public record ContactKey(String workspace, UUID profileId) implements Comparable<ContactKey> {

  private static final Comparator<ContactKey> ORDER =
      comparing(ContactKey::workspace).thenComparing(ContactKey::profileId);

  public ContactKey {
    requireNonNull(workspace, "workspace");
    requireNonNull(profileId, "profileId");
  }

  @Override
  public int compareTo(ContactKey other) {
    return ORDER.compare(this, other);
  }
}
