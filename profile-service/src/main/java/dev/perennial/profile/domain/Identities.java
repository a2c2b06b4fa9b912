package dev.perennial.profile.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides, event by event in order of arrival, whose event it is, and gathers what must be written
 * for that to hold. Conflicts are solved as Segment Unify does: while the identifiers of an event
 * cannot stand together, the least telling one is dropped from it.
 */
public final class Identities {

  private final IdentityRules rules;
  private final Instant now;
  private final Map<Identifier, Person> owners = new HashMap<>();
  private final List<Person> founded = new ArrayList<>();
  private final List<Identifier> linked = new ArrayList<>();
  private final List<Person> losers = new ArrayList<>();

  /**
   * Starts from what is known.
   *
   * @param people everyone who owns an identifier of the events to come, each complete
   * @param now when a profile that must be founded is born
   */
  public Identities(IdentityRules rules, Collection<Person> people, Instant now) {
    this.rules = rules;
    this.now = now;
    people.forEach(
        person -> person.identifiers().forEach(identifier -> owners.put(identifier, person)));
  }

  /** Whose event it is; empty when none of its identifiers may be used. */
  public Optional<Resolution> resolve(List<Identifier> claimed) {
    var dropped = new ArrayList<Identifier>();
    var kept = new ArrayList<Identifier>();
    for (var identifier : rules.byPriority(claimed)) {
      (rules.blocks(identifier) ? dropped : kept).add(identifier);
    }
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    while (!rules.allow(together(kept))) {
      dropped.add(kept.removeLast());
    }
    return Optional.of(new Resolution(unite(kept), dropped));
  }

  /** What to write so that all resolutions hold. */
  public IdentityChanges changes() {
    var links = new HashMap<Identifier, Person>();
    linked.forEach(identifier -> links.put(identifier, owner(identifier)));
    var merges =
        losers.stream()
            .map(loser -> new IdentityChanges.Merge(loser.key(), loser.canonical().key()))
            .toList();
    var known =
        Stream.concat(links.values().stream(), losers.stream().map(Person::canonical))
            .filter(Person::hasUserId)
            .map(Person::key)
            .collect(Collectors.toSet());
    var stillOwn = founded.stream().filter(person -> person.canonical().equals(person)).toList();
    return new IdentityChanges(stillOwn, links, merges, known);
  }

  private List<Person> ownersOf(List<Identifier> identifiers) {
    return identifiers.stream()
        .map(owners::get)
        .filter(Objects::nonNull)
        .map(Person::canonical)
        .distinct()
        .sorted(Person.BY_AGE)
        .toList();
  }

  private Person owner(Identifier identifier) {
    return Objects.requireNonNull(owners.get(identifier)).canonical();
  }

  private Collection<Identifier> together(List<Identifier> identifiers) {
    if (identifiers.size() == 1) {
      // Alone it conflicts with nothing, whatever rules its profile was made under.
      return identifiers;
    }
    var all = new TreeSet<>(identifiers);
    ownersOf(identifiers).forEach(person -> all.addAll(person.identifiers()));
    return all;
  }

  private Person unite(List<Identifier> identifiers) {
    var people = new LinkedHashSet<>(ownersOf(identifiers));
    var person = people.isEmpty() ? found(identifiers.getFirst()) : people.removeFirst();
    for (var loser : people) {
      person.absorb(loser);
      if (!loser.isNew()) {
        losers.add(loser);
      }
    }
    for (var identifier : identifiers) {
      if (owners.putIfAbsent(identifier, person) == null) {
        person.identifiers().add(identifier);
        linked.add(identifier);
      }
    }
    return person;
  }

  private Person found(Identifier first) {
    var person = Person.founded(first.candidate(), now);
    founded.add(person);
    return person;
  }
}
