package dev.perennial.gateway.workspace.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a key is for. */
public enum KeyKind {
  /** May only send events: it is in every browser. */
  WRITE("wk_"),
  /** May manage its workspace, as far as its scopes go. */
  SECRET("sk_");

  private final String prefix;

  KeyKind(String prefix) {
    this.prefix = prefix;
  }

  public static @Nullable KeyKind ofName(@Nullable String name) {
    return switch (name) {
      case "write" -> WRITE;
      case "secret" -> SECRET;
      case null, default -> null;
    };
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String prefix() {
    return prefix;
  }
}
