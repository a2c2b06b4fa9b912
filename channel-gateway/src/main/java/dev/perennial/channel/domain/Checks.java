package dev.perennial.channel.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with a definition, so that all of it is told at once. */
public final class Checks {

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private final List<Violation> violations = new ArrayList<>();

  public Checks that(boolean holds, String field, String otherwise) {
    if (!holds) {
      violations.add(new Violation(field, otherwise));
    }
    return this;
  }

  /** A workspace or the key of a definition. */
  public Checks key(String value, String field) {
    return that(
        KEY.matcher(value).matches(),
        field,
        "must be 1 to 64 lower-case letters, digits and hyphens");
  }

  public Checks text(String value, String field, int longest) {
    return that(
        !value.isBlank() && value.length() <= longest,
        field,
        "must have 1 to " + longest + " characters");
  }

  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** Ends the checks: throws {@link InvalidDefinitionException} when one failed. */
  public void done() {
    if (!violations.isEmpty()) {
      throw new InvalidDefinitionException(violations);
    }
  }
}
