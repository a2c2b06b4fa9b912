package dev.perennial.recommendation.similar.domain;

/**
 * A text as a direction: its weightiest words first, in an order that is the same wherever it is
 * worked out, so that sums are equal to the last bit.
 *
 * @param words their numbers
 * @param weights whose squares sum up to 1, unless there are none
 */
record WordVector(int[] words, float[] weights) {

  static final WordVector NONE = new WordVector(new int[0], new float[0]);

  double cosine(WordVector other) {
    double sum = 0;
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < other.words.length; j++) {
        if (words[i] == other.words[j]) {
          sum += (double) weights[i] * other.weights[j];
        }
      }
    }
    return Math.min(1, sum);
  }
}
