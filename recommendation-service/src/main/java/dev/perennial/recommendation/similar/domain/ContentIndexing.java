package dev.perennial.recommendation.similar.domain;

import dev.perennial.recommendation.catalog.domain.Catalog;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the index of a catalog, in two passes: what is common must be known first. */
final class ContentIndexing {

  /** What more products than this have says little of one, and would cost much to follow. */
  private static final int MOST_COMMON = 400;

  /** In a small shop a word is common later. */
  private static final int NEVER_COMMON = 50;

  private static final double COMMON_SHARE = 0.2;

  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<String, List<String>> paths = new HashMap<>();
  private final Map<Object, List<Integer>> byKey = new HashMap<>();
  private final Features[] features;
  private final WordVector[] texts;

  private ContentIndexing(int size) {
    features = new Features[size];
    texts = new WordVector[size];
    Arrays.fill(features, Features.NONE);
    Arrays.fill(texts, WordVector.NONE);
  }

  static ContentSimilarity index(Catalog catalog) {
    var indexing = new ContentIndexing(catalog.end());
    for (int product = 0; product < catalog.end(); product++) {
      int number = product;
      catalog.entry(product).ifPresent(entry -> indexing.read(number, entry));
    }
    int mostCommon = Math.clamp((long) (COMMON_SHARE * catalog.size()), NEVER_COMMON, MOST_COMMON);
    for (int product = 0; product < catalog.end(); product++) {
      int number = product;
      catalog.entry(product).ifPresent(entry -> indexing.weigh(number, entry, mostCommon));
    }
    return new ContentSimilarity(
        indexing.features, indexing.texts, indexing.postings(), indexing.telling());
  }

  private void read(int product, CatalogEntry entry) {
    features[product] = Features.of(entry, path -> paths.computeIfAbsent(path, Features::levels));
    features[product]
        .keys()
        .forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(product));
    vocabulary.add(words(entry).keySet());
  }

  private void weigh(int product, CatalogEntry entry, int mostCommon) {
    texts[product] = vocabulary.vector(words(entry), mostCommon);
  }

  /** Worked out twice rather than kept: all texts at once are large. */
  private static Map<String, Double> words(CatalogEntry entry) {
    return Words.of(entry.name(), entry.tags(), entry.description());
  }

  private Posting[] postings() {
    var lengths = new int[vocabulary.numbered()];
    for (WordVector text : texts) {
      for (int word : text.words()) {
        lengths[word]++;
      }
    }
    var postings = new Posting[lengths.length];
    Arrays.setAll(postings, word -> new Posting(new int[lengths[word]], new float[lengths[word]]));
    // From the last to the first, so that the lengths count down to the places.
    for (int product = texts.length - 1; product >= 0; product--) {
      WordVector text = texts[product];
      for (int i = 0; i < text.words().length; i++) {
        int word = text.words()[i];
        int place = --lengths[word];
        postings[word].products()[place] = product;
        postings[word].weights()[place] = text.weights()[i];
      }
    }
    return postings;
  }

  private Map<Object, int[]> telling() {
    var telling = new HashMap<Object, int[]>();
    byKey.forEach((key, products) -> {
      if (products.size() > 1 && products.size() <= MOST_COMMON) {
        telling.put(key, products.stream().mapToInt(Integer::intValue).toArray());
      }
    });
    return telling;
  }
}
