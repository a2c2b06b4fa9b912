package dev.perennial.recommendation.browse.domain;

/** What a profile did with a product, or that it searched. */
public enum Kind {
  VIEWED('v', 1),
  CLICKED('k', 1),
  WISHED('w', 2),
  ADDED('a', 3),
  /** Out of the cart: no sign of interest. */
  REMOVED('r', 0),
  SEARCHED('s', 0);

  /** Not copied each time: a start reads millions of codes. */
  private static final Kind[] ALL = values();

  private final char code;
  private final int weight;

  Kind(char code, int weight) {
    this.code = code;
    this.weight = weight;
  }

  /** By which it is stored; never changes. */
  public char code() {
    return code;
  }

  /** How much it says that the profile likes the product; 0 when it does not. */
  public int weight() {
    return weight;
  }

  /**
   * The kind that is stored by this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Kind of(char code) {
    for (Kind kind : ALL) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind has this code");
  }
}
