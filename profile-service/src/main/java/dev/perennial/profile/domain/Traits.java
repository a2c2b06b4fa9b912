package dev.perennial.profile.domain;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A profile's attributes by name, those taken away included. */
public record Traits(Map<String, Trait> byName) {

  public static final Traits NONE = new Traits(Map.of());

  public Traits {
    byName = Map.copyOf(byName);
  }

  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /** Trait by trait, the newer of the two. */
  public Traits merge(Traits other) {
    if (other.isEmpty()) {
      return this;
    }
    var merged = new TreeMap<>(byName);
    other.byName.forEach((name, trait) -> merged.merge(name, trait, Trait::orNewer));
    return new Traits(merged);
  }

  /** The value of each trait that differs from before; null for one that was taken away. */
  public Map<String, @Nullable String> changedSince(Traits before) {
    var changed = new TreeMap<String, @Nullable String>();
    byName.forEach((name, trait) -> {
      var old = before.byName.get(name);
      if (!Objects.equals(trait.json(), old == null ? null : old.json())) {
        changed.put(name, trait.json());
      }
    });
    return changed;
  }
}
