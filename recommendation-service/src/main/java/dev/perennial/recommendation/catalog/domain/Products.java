package dev.perennial.recommendation.catalog.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The products of a workspace, numbered from 0 in the order in which they were first seen. What the
 * shop calls one and what events call it are kept apart, so that its name does not depend on which
 * was heard of first.
 */
public final class Products {

  private static final int UNKNOWN = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] ids = new String[64];
  private String[] toldNames = new String[64];
  private String[] seenNames = new String[64];

  public int size() {
    return numbers.size();
  }

  /** The number of a product, or a negative one when it was never seen. */
  public int find(String id) {
    return numbers.getOrDefault(id, UNKNOWN);
  }

  public int number(String id) {
    int known = find(id);
    if (known != UNKNOWN) {
      return known;
    }
    int number = numbers.size();
    if (number == ids.length) {
      ids = Arrays.copyOf(ids, number * 2);
      toldNames = Arrays.copyOf(toldNames, number * 2);
      seenNames = Arrays.copyOf(seenNames, number * 2);
    }
    numbers.put(id, number);
    ids[number] = id;
    toldNames[number] = "";
    seenNames[number] = "";
    return number;
  }

  public String id(int number) {
    return ids[number];
  }

  /** What the shop calls it, else what events call it; empty when neither says. */
  public String name(int number) {
    return toldNames[number].isEmpty() ? seenNames[number] : toldNames[number];
  }

  public String toldName(int number) {
    return toldNames[number];
  }

  public String seenName(int number) {
    return seenNames[number];
  }

  /** What the shop calls it; empty when it does not say any more. */
  public void tellName(String id, String name) {
    // On a line of its own, as numbering a new product may replace the array.
    int number = number(id);
    toldNames[number] = name;
  }

  /** What events call it; empty when they do not say any more. */
  public void seeName(String id, String name) {
    int number = number(id);
    seenNames[number] = name;
  }
}
