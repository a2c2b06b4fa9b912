package dev.perennial.profile.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What identity wants written.
 *
 * @param founded new profiles
 * @param links new identifiers and whose they are
 * @param merges known profiles that turned out to be someone else's
 * @param known profiles that may have got their user id by it
 */
public record IdentityChanges(
    List<Person> founded,
    Map<Identifier, Person> links,
    List<Merge> merges,
    Set<ProfileKey> known) {

  /** The loser retires; the winner stands for both. */
  public record Merge(ProfileKey loser, ProfileKey winner) {}

  public boolean isEmpty() {
    return founded.isEmpty() && links.isEmpty() && merges.isEmpty();
  }
}
