package dev.perennial.gateway.ingest.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls of Segment's spec. */
public enum EventKind {
  TRACK("track"),
  IDENTIFY("identify"),
  PAGE("page"),
  SCREEN("screen"),
  GROUP("group"),
  ALIAS("alias");

  private static final Map<String, EventKind> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(k -> k.wireName, Function.identity()));

  private final String wireName;

  EventKind(String wireName) {
    this.wireName = wireName;
  }

  public static @Nullable EventKind ofWire(@Nullable String name) {
    return name == null ? null : BY_NAME.get(name);
  }

  /** Of the short paths of analytics.js: their initials differ. */
  public static EventKind ofInitial(String initial) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.startsWith(initial))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no call begins with " + initial));
  }

  public String wireName() {
    return wireName;
  }

  /** Whether the call's object is called "traits" rather than "properties". */
  public boolean carriesTraits() {
    return this == IDENTIFY || this == GROUP;
  }
}
