package dev.perennial.recommendation.similar.domain;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a product's texts are made of, each word with its weight in them. */
final class Words {

  /** A description's later parts say little of what the product is. */
  private static final int DESCRIPTION = 2_000;

  private static final double NAME_WEIGHT = 3;

  private Words() {}

  /** How often each word occurs, where one in the name or the tags counts for three. */
  static Map<String, Double> of(String name, Iterable<String> tags, String description) {
    var counts = new HashMap<String, Double>();
    count(name, NAME_WEIGHT, counts);
    tags.forEach(tag -> count(tag, NAME_WEIGHT, counts));
    count(description.substring(0, Math.min(description.length(), DESCRIPTION)), 1, counts);
    return counts;
  }

  private static void count(String text, double weight, Map<String, Double> counts) {
    String plain = withoutAccents(text.toLowerCase(Locale.ROOT));
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      if (i == plain.length() || !Character.isLetterOrDigit(plain.charAt(i))) {
        if (i - start > 1) {
          counts.merge(singular(plain.substring(start, i)), weight, Double::sum);
        }
        start = i + 1;
      }
    }
  }

  private static String withoutAccents(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFD)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  /** Roughly: shops write "cup" and "cups" of the same thing. */
  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
