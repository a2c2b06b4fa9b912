package dev.perennial.journey.app;

import dev.perennial.journey.domain.Journey;
import dev.perennial.journey.domain.Problem;
import java.util.List;

/** What reading a definition came to. */
public sealed interface Definition {

  record Valid(Journey journey) implements Definition {}

  record Invalid(List<Problem> problems) implements Definition {

    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
