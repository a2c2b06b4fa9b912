package dev.perennial.journey.domain;

/** Which way a profile crossed the border of a segment. */
public enum Movement {
  ENTERED("entered"),
  LEFT("left");

  private final String word;

  Movement(String word) {
    this.word = word;
  }

  /** The word in definitions, tables and reasons. */
  public String word() {
    return word;
  }

  public static Movement of(String word) {
    for (Movement movement : values()) {
      if (movement.word.equals(word)) {
        return movement;
      }
    }
    throw new IllegalArgumentException("neither entered nor left");
  }
}
