package dev.perennial.recommendation.similar.domain;

import static java.util.Objects.requireNonNullElse;

import dev.perennial.recommendation.catalog.domain.Catalog;
import java.util.Map;

/**
 * Products that are alike by what the catalog says of them, so that one that nobody has looked at
 * yet has neighbours. An inverted index of words, categories, brands and sellers: what shares
 * nothing but what is very common is never looked at. Made of a catalog at a moment; does not
 * change, and is safe for use by many threads.
 */
public final class ContentSimilarity {

  private static final double TEXT = 0.5;
  private static final double CATEGORY = 0.3;
  private static final double BRAND = 0.1;
  private static final double PRICE = 0.1;
  private static final int[] NOBODY = {};

  /** Takes a product that is alike. */
  @FunctionalInterface
  public interface Taker {
    void take(int product, double score);
  }

  private final Features[] features;
  private final WordVector[] texts;
  private final Posting[] byWord;
  private final Map<Object, int[]> byKey;

  ContentSimilarity(
      Features[] features, WordVector[] texts, Posting[] byWord, Map<Object, int[]> byKey) {
    this.features = features;
    this.texts = texts;
    this.byWord = byWord;
    this.byKey = byKey;
  }

  public static ContentSimilarity of(Catalog catalog) {
    return ContentIndexing.index(catalog);
  }

  /** Every product that shares something telling with this one, in no order; never itself. */
  public void candidates(int product, Taker taker) {
    if (!knows(product)) {
      return;
    }
    var met = new Met(features.length);
    WordVector text = texts[product];
    for (int i = 0; i < text.words().length; i++) {
      Posting posting = byWord[text.words()[i]];
      for (int j = 0; j < posting.products().length; j++) {
        met.add(posting.products()[j], (double) text.weights()[i] * posting.weights()[j]);
      }
    }
    for (Object key : features[product].keys()) {
      for (int other : requireNonNullElse(byKey.get(key), NOBODY)) {
        met.add(other, 0);
      }
    }
    met.forEach((other, cosine) -> {
      double score = likeness(product, other, Math.min(1, cosine)).score();
      if (other != product && score > 0) {
        taker.take(other, score);
      }
    });
  }

  /** How alike the other is to the product, part by part. */
  public Likeness likeness(int product, int other) {
    return knows(product) && knows(other)
        ? likeness(product, other, texts[product].cosine(texts[other]))
        : Likeness.NONE;
  }

  private Likeness likeness(int product, int other, double text) {
    Features own = features[product];
    double category = own.categoryNearness(features[other]);
    double brand = own.brandNearness(features[other]);
    double price = own.priceNearness(features[other]);
    double sum = TEXT * text + CATEGORY * category + BRAND * brand + PRICE * price;
    return new Likeness(text, category, brand, price, sum / known(product));
  }

  /** The weight of the parts that the product has: what is not said of it tells nothing. */
  private double known(int product) {
    Features own = features[product];
    return (texts[product].words().length > 0 ? TEXT : 0)
        + (own.paths().isEmpty() ? 0 : CATEGORY)
        + (own.hasBrandOrSeller() ? BRAND : 0)
        + (own.price() > 0 ? PRICE : 0);
  }

  private boolean knows(int product) {
    return product >= 0 && product < features.length && known(product) > 0;
  }
}
