package dev.perennial.channel.contact.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * What a person has said about messages: per subscription whether they want it.
 *
 * @param said the last word on each
 */
public record Consents(Map<Subscription, Boolean> said) {

  public static final Consents NONE = new Consents(Map.of());

  public Consents {
    said = Map.copyOf(said);
  }

  Consents with(ContactChange.Consented consented) {
    var changed = new HashMap<>(said);
    changed.merge(
        consented.subscription(),
        consented.subscribed(),
        (before, now) -> consented.replay() ? before && now : now);
    return new Consents(changed);
  }

  /** The word that forbids it. The stricter wins: a no to all is not undone by a yes to one. */
  public Optional<Subscription> refusal(Subscription wanted) {
    return said.entrySet().stream()
        .filter(entry -> !entry.getValue() && entry.getKey().covers(wanted))
        .map(Entry::getKey)
        .min((a, b) -> a.toString().compareTo(b.toString()));
  }

  /** Whether the person has said yes to it, or to more than it. */
  public boolean allows(Subscription wanted) {
    return refusal(wanted).isEmpty()
        && said.entrySet().stream()
            .anyMatch(entry -> entry.getValue() && entry.getKey().covers(wanted));
  }
}
