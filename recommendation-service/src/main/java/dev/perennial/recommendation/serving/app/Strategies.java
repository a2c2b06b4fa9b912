package dev.perennial.recommendation.serving.app;

import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.serving.domain.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All strategies that there are, by key. */
@ApplicationScoped
public class Strategies {

  private final Map<String, Strategy> byKey;

  Strategies(@Any Instance<Strategy> strategies) {
    byKey = new TreeMap<>(strategies.stream().collect(toMap(Strategy::key, strategy -> strategy)));
  }

  public Optional<Strategy> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** By their keys. */
  public List<Strategy> all() {
    return List.copyOf(byKey.values());
  }

  public SortedSet<String> keys() {
    return new TreeSet<>(byKey.keySet());
  }
}
