package dev.perennial.gateway.workspace.domain;

import dev.perennial.gateway.domain.InvalidRequestException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a secret key may do: {@code <area>:read} or {@code <area>:write} (which includes reading),
 * where the area is a resource of the management API, such as segments, or {@code *} for all.
 */
public record Scopes(List<String> names) {

  private static final Pattern SCOPE = Pattern.compile("(\\*|[a-z]{1,40}):(read|write)");

  public static final Scopes ALL = new Scopes(List.of("*:write"));

  public Scopes {
    names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      if (!SCOPE.matcher(names.get(i)).matches()) {
        throw new InvalidRequestException(
            "/scopes/" + i, "must be <area>:read, <area>:write, *:read or *:write");
      }
    }
  }

  public boolean allow(String area, boolean write) {
    return names.contains("*:write")
        || names.contains(area + ":write")
        || (!write && (names.contains("*:read") || names.contains(area + ":read")));
  }
}
