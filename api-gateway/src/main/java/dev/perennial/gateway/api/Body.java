package dev.perennial.gateway.api;

import dev.perennial.gateway.domain.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** The body of a request that must have one. */
public final class Body {

  private Body() {}

  public static <T> T required(@Nullable T body) {
    if (body == null) {
      throw new InvalidRequestException("", "the body must be a JSON object");
    }
    return body;
  }
}
