package dev.perennial.recommendation.similar.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of all texts, and in how many of them each is. */
final class Vocabulary {

  /** More words than this say little more, and each costs a look at all products that have it. */
  private static final int MOST_OF_A_TEXT = 24;

  private record Weighed(String word, double weight) {}

  private static final Comparator<Weighed> STRONGEST_FIRST =
      Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::word);

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int size;

  void add(Iterable<String> words) {
    size++;
    words.forEach(word -> texts.merge(word, 1, Integer::sum));
  }

  /** How many words {@link #vector} has numbered. */
  int numbered() {
    return numbers.size();
  }

  /**
   * A text's words weighed by tf-idf with a logarithmic tf (Salton and Buckley, "Term-weighting
   * approaches in automatic text retrieval", 1988), after all texts were added.
   *
   * @param counts of the words
   * @param mostCommon words in more texts than this are left out
   */
  WordVector vector(Map<String, Double> counts, int mostCommon) {
    var weighed = new ArrayList<Weighed>();
    counts.forEach((word, count) -> {
      int inTexts = texts.getOrDefault(word, 0);
      if (inTexts <= mostCommon) {
        weighed.add(new Weighed(word, (1 + Math.log(count)) * idf(inTexts)));
      }
    });
    weighed.sort(STRONGEST_FIRST);
    return unit(weighed.subList(0, Math.min(weighed.size(), MOST_OF_A_TEXT)));
  }

  private double idf(int inTexts) {
    return Math.log((1.0 + size) / inTexts);
  }

  private WordVector unit(List<Weighed> weighed) {
    double length = Math.sqrt(weighed.stream().mapToDouble(w -> w.weight() * w.weight()).sum());
    var words = new int[weighed.size()];
    var weights = new float[weighed.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = numbers.computeIfAbsent(weighed.get(i).word(), _ -> numbers.size());
      weights[i] = (float) (weighed.get(i).weight() / length);
    }
    return new WordVector(words, weights);
  }
}
