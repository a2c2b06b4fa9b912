package dev.perennial.gateway.management.api;

import dev.perennial.gateway.domain.InvalidRequestException;

/** How many a page may have. Each service has a greatest one of its own. */
final class Limit {

  private Limit() {}

  static int of(int limit) {
    return of("limit", limit);
  }

  static int of(String pointer, int limit) {
    if (limit < 1) {
      throw new InvalidRequestException(pointer, "must be 1 or more");
    }
    return limit;
  }
}
