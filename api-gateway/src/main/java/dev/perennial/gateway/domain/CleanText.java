package dev.perennial.gateway.domain;

/**
 * Text that any store can hold: Postgres refuses U+0000, UTF-8 has no place for half a character.
 */
public final class CleanText {

  private CleanText() {}

  /** The text without U+0000, its lone surrogates replaced by U+FFFD. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
