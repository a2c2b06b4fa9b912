package dev.perennial.channel.contact.domain;

import static java.util.Objects.requireNonNull;

/**
 * What a profile is known by.
 *
 * @param type "user_id", "anonymous_id", "email", or a custom one
 */
public record Identifier(String type, String value) {

  public Identifier {
    requireNonNull(type, "type");
    requireNonNull(value, "value");
  }

  /** The lower, the better an event can be addressed by it. */
  int rank() {
    return switch (type) {
      case "user_id" -> 0;
      case "anonymous_id" -> 1;
      default -> 2;
    };
  }
}
