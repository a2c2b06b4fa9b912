package dev.perennial.channel.contact.domain;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a person when a message is about to be sent.
 *
 * @param revision the last activity of the profile that was seen
 * @param traits no value is null
 * @param identifiers in order of arrival
 */
public record Contact(
    ContactKey key,
    long revision,
    State state,
    Map<String, Object> traits,
    List<Identifier> identifiers,
    Consents consents) {

  /** Whether the profile still is. A mark of the end stays, so that late messages are refused. */
  public enum State {
    ACTIVE,
    /** Merged into another profile. */
    RETIRED,
    ERASED
  }

  public Contact {
    requireNonNull(key, "key");
    requireNonNull(state, "state");
    requireNonNull(consents, "consents");
    traits = Map.copyOf(traits);
    identifiers = List.copyOf(identifiers);
  }

  /** A person of whom nothing is known. */
  public static Contact unknown(ContactKey key) {
    return new Contact(key, 0, State.ACTIVE, Map.of(), List.of(), Consents.NONE);
  }

  /** The contact after one more activity. */
  public Contact after(ContactStep step) {
    long next = Math.max(revision, step.revision());
    return switch (step.change()) {
      case ContactChange.Nothing() -> new Contact(key, next, state, traits, identifiers, consents);
      case ContactChange.TraitsSet(var set, var removed) -> {
        var changed = new HashMap<>(traits);
        changed.putAll(set);
        changed.keySet().removeAll(removed);
        yield new Contact(key, next, state, changed, identifiers, consents);
      }
      case ContactChange.Identified(var added, var removed) -> {
        var changed = new ArrayList<>(identifiers);
        changed.removeAll(removed);
        added.stream().filter(one -> !changed.contains(one)).forEach(changed::add);
        yield new Contact(key, next, state, traits, changed, consents);
      }
      case ContactChange.Consented consented ->
          new Contact(key, next, state, traits, identifiers, consents.with(consented));
      case ContactChange.Ended(var end) ->
          new Contact(key, next, end, Map.of(), List.of(), Consents.NONE);
    };
  }

  /** The trait "email", when it is text. */
  public Optional<String> email() {
    return traits.get("email") instanceof String text
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  /** The identifier to address events about this person by. */
  public Optional<Identifier> address() {
    return identifiers.stream().min(comparingInt(Identifier::rank));
  }
}
