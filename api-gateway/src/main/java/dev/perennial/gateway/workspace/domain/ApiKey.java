package dev.perennial.gateway.workspace.domain;

import dev.perennial.gateway.domain.InvalidRequestException;
import java.time.Instant;
import java.util.UUID;

/**
 * A key as it is kept: not even we can read it again.
 *
 * @param prefix its first characters, to tell keys apart
 */
public record ApiKey(
    UUID id,
    String workspace,
    String name,
    KeyKind kind,
    Scopes scopes,
    String prefix,
    Instant createdAt) {

  private static final int MAX_NAME = 200;

  public ApiKey {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new InvalidRequestException("/name", "must be 1 to 200 characters");
    }
    if (kind == KeyKind.WRITE && !scopes.names().isEmpty()) {
      throw new InvalidRequestException("/scopes", "a write key may only send events");
    }
  }
}
