package dev.perennial.recommendation.similar.domain;

/**
 * How alike two products are by what they are, each part from 0 to 1.
 *
 * @param text cosine of the words of name, tags and description
 * @param category how much of their paths they share
 * @param brand 1 of the same brand, one half of the same seller only
 * @param price the lower price as a part of the higher
 * @param score the parts together, from 0 to 1
 */
public record Likeness(double text, double category, double brand, double price, double score) {

  public static final Likeness NONE = new Likeness(0, 0, 0, 0, 0);
}
