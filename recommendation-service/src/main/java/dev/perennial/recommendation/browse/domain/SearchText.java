package dev.perennial.recommendation.browse.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people type into a search box, made comparable. */
public final class SearchText {

  /** Nobody types more than this to find something. */
  private static final int LONGEST = 100;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

  private SearchText() {}

  /** In lower case and with single spaces; empty when nothing, or too much, is left. */
  public static Optional<String> normal(String typed) {
    String compatible = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    String plain = SPACE.matcher(compatible.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return Optional.of(plain).filter(text -> !text.isEmpty() && text.length() <= LONGEST);
  }
}
