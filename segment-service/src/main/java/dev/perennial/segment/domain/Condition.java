package dev.perennial.segment.domain;

import java.util.List;
import java.util.stream.Stream;

/** The condition of a segment, as a tree. */
public sealed interface Condition {

  /** What its leaves look at. */
  Stream<Feature> features();

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Stream<Feature> features() {
      return conditions.stream().flatMap(Condition::features);
    }
  }

  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Stream<Feature> features() {
      return conditions.stream().flatMap(Condition::features);
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public Stream<Feature> features() {
      return condition.features();
    }
  }

  record Trait(Feature.Trait feature, Is is) implements Condition {
    @Override
    public Stream<Feature> features() {
      return Stream.of(feature);
    }
  }

  record Events(Feature.Events feature, Is is) implements Condition {
    @Override
    public Stream<Feature> features() {
      return Stream.of(feature);
    }
  }
}
