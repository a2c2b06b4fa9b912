package dev.perennial.gateway.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * Carries a JSON object from a request to a record in one pass over its bytes, without building it:
 * blanks between tokens go, and so do the escapes that no store can hold (U+0000, half a surrogate
 * pair).
 */
public final class JsonText {

  public static final int MAX_DEPTH = 100;

  private static final byte[] REPLACEMENT = "\\ufffd".getBytes(UTF_8);

  private final byte[] json;
  private final int to;
  private final byte[] out;
  private int at;
  private int length;
  private int depth;

  private JsonText(byte[] json, int from, int to) {
    this.json = json;
    this.at = from;
    this.to = to;
    this.out = new byte[to - from];
  }

  /**
   * The valid JSON value at {@code from} to {@code to} (exclusive), compact.
   *
   * @return empty when it is nested deeper than {@link #MAX_DEPTH}
   */
  public static Optional<String> compact(byte[] json, int from, int to) {
    return new JsonText(json, from, to).run();
  }

  private Optional<String> run() {
    while (at < to) {
      byte b = json[at++];
      switch (b) {
        case ' ', '\t', '\r', '\n' -> {}
        case '"' -> string();
        case '{', '[' -> {
          if (++depth > MAX_DEPTH) {
            return Optional.empty();
          }
          out[length++] = b;
        }
        case '}', ']' -> {
          depth--;
          out[length++] = b;
        }
        default -> out[length++] = b;
      }
    }
    // Bytes that are no UTF-8 become U+FFFD here.
    return Optional.of(new String(out, 0, length, UTF_8));
  }

  private void string() {
    out[length++] = '"';
    while (true) {
      byte b = json[at++];
      if (b == '\\') {
        escape();
      } else {
        out[length++] = b;
        if (b == '"') {
          return;
        }
      }
    }
  }

  /** After a backslash. */
  private void escape() {
    if (json[at] != 'u') {
      copy(at - 1, 2);
      at += 1;
      return;
    }
    int unit = unit(at + 1);
    int start = at - 1;
    at += 5;
    if (unit == 0) {
      return;
    }
    if (!Character.isSurrogate((char) unit)) {
      copy(start, 6);
    } else if (Character.isHighSurrogate((char) unit) && lowSurrogateAt(at)) {
      copy(start, 12);
      at += 6;
    } else {
      System.arraycopy(REPLACEMENT, 0, out, length, REPLACEMENT.length);
      length += REPLACEMENT.length;
    }
  }

  private void copy(int from, int count) {
    System.arraycopy(json, from, out, length, count);
    length += count;
  }

  private boolean lowSurrogateAt(int i) {
    return i + 6 <= to
        && json[i] == '\\'
        && json[i + 1] == 'u'
        && Character.isLowSurrogate((char) unit(i + 2));
  }

  /** The UTF-16 unit that four hexadecimal digits say. */
  private int unit(int i) {
    int unit = 0;
    for (int digit = i; digit < i + 4; digit++) {
      unit = unit << 4 | Character.digit(json[digit], 16);
    }
    return unit;
  }
}
