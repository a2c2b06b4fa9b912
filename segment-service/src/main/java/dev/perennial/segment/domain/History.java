package dev.perennial.segment.domain;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What profile-service tells of one profile's past.
 *
 * @param revision it holds every activity up to this one and none after
 * @param traits as of that revision
 */
public record History(long revision, Map<String, Value> traits, List<Past> events) {

  /** An event of the past. */
  public record Past(Instant occurredAt, Change.Happened event) {}

  public History {
    traits = Map.copyOf(traits);
    events = List.copyOf(events);
  }

  /** The fact of each of these features. */
  public Map<Feature, Fact> facts(Set<Feature> features) {
    return features.stream().collect(toMap(Function.identity(), this::fact));
  }

  /** The latest event that is not after now. */
  Optional<Instant> latest(Instant now) {
    return events.stream()
        .map(Past::occurredAt)
        .filter(at -> !at.isAfter(now))
        .max(Instant::compareTo);
  }

  Fact fact(Feature feature) {
    return switch (feature) {
      case Feature.Trait(var name) -> new Fact.TraitValue(Optional.ofNullable(traits.get(name)));
      case Feature.Events about -> {
        var fact = about.nothing();
        for (var past : events) {
          fact = about.after(fact, past.occurredAt(), past.event());
        }
        yield fact;
      }
    };
  }
}
