package dev.perennial.profile.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A profile as identity sees it: what it is known by, and which profile absorbed it. */
public final class Person {

  /** The older profile stays when two turn out to be one person. */
  static final Comparator<Person> BY_AGE =
      comparing((Person person) -> person.createdAt).thenComparing(person -> person.key.id());

  private final ProfileKey key;
  private final Instant createdAt;
  private final boolean isNew;
  private final Set<Identifier> identifiers;
  private @Nullable Person mergedInto;

  private Person(ProfileKey key, Instant createdAt, boolean isNew, Set<Identifier> identifiers) {
    this.key = key;
    this.createdAt = createdAt;
    this.isNew = isNew;
    this.identifiers = identifiers;
  }

  public static Person known(
      ProfileKey key, Instant createdAt, Collection<Identifier> identifiers) {
    return new Person(key, createdAt, false, new TreeSet<>(identifiers));
  }

  static Person founded(ProfileKey key, Instant now) {
    return new Person(key, now, true, new TreeSet<>());
  }

  public ProfileKey key() {
    return key;
  }

  public Set<Identifier> identifiers() {
    return identifiers;
  }

  public boolean hasUserId() {
    return identifiers.stream().anyMatch(Identifier::isUserId);
  }

  /** The profile that stands for this person now. */
  public Person canonical() {
    var person = this;
    while (person.mergedInto != null) {
      person = person.mergedInto;
    }
    return person;
  }

  boolean isNew() {
    return isNew;
  }

  void absorb(Person loser) {
    identifiers.addAll(loser.identifiers);
    loser.mergedInto = this;
  }
}
