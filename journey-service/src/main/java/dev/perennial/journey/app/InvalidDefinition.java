package dev.perennial.journey.app;

import dev.perennial.journey.domain.Problem;
import java.util.List;

/** What was sent is not valid. */
public final class InvalidDefinition extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidDefinition(List<Problem> problems) {
    super("the definition is not valid");
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }
}
