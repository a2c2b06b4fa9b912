package dev.perennial.gateway.workspace.domain;

import dev.perennial.gateway.domain.InvalidRequestException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A tenant.
 *
 * @param key 1 to 64 lower-case letters, digits and hyphens; it never changes
 */
public record Workspace(String key, String name, Limits limits, Instant createdAt) {

  private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");
  private static final int MAX_NAME = 200;

  public Workspace {
    if (!KEY.matcher(key).matches()) {
      throw new InvalidRequestException(
          "/key", "must be 1 to 64 lower-case letters, digits and hyphens");
    }
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new InvalidRequestException("/name", "must be 1 to 200 characters");
    }
  }
}
