package dev.perennial.channel.domain;

import java.util.List;

/** A definition is refused; every violation that was found is listed. */
public final class InvalidDefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidDefinitionException(List<Violation> violations) {
    super("invalid definition");
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
