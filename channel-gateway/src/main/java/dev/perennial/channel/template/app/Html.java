package dev.perennial.channel.template.app;

import java.util.regex.Pattern;

/** Text in HTML. */
final class Html {

  /** An ampersand that begins no character reference: what is escaped already stays as it is. */
  private static final Pattern BARE_AMPERSAND =
      Pattern.compile("&(?!(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);)");

  private Html() {}

  /** Safe between tags and within quoted attributes. */
  static String escape(String text) {
    return BARE_AMPERSAND
        .matcher(text)
        .replaceAll("&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
