package dev.perennial.segment.domain;

import java.util.ArrayList;
import java.util.List;

/** A profile after something happened to it, and what follows from that, in order. */
public record Outcome(Profile profile, List<Transition> transitions) {

  public Outcome {
    transitions = List.copyOf(transitions);
  }

  static Outcome quiet(Profile profile) {
    return new Outcome(profile, List.of());
  }

  /** This one, and then what came of its profile. */
  Outcome then(Outcome next) {
    var both = new ArrayList<>(transitions);
    both.addAll(next.transitions);
    return new Outcome(next.profile, both);
  }
}
