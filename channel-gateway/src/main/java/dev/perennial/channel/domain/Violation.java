package dev.perennial.channel.domain;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with a definition.
 *
 * @param field a JSON pointer, such as "/subject"
 * @param description what a person should change
 */
public record Violation(String field, String description) {

  public Violation {
    requireNonNull(field, "field");
    requireNonNull(description, "description");
  }
}
