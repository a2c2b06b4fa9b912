package dev.perennial.recommendation.catalog.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The products of a workspace, numbered from 0 in the order in which they were first seen. */
public final class Products {

  private static final int UNKNOWN = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] ids = new String[64];
  private String[] names = new String[64];

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
      names = Arrays.copyOf(names, number * 2);
    }
    numbers.put(id, number);
    ids[number] = id;
    names[number] = "";
    return number;
  }

  public String id(int number) {
    return ids[number];
  }

  public String name(int number) {
    return names[number];
  }

  public void rename(String id, String name) {
    // On a line of its own, as numbering a new product may replace the array.
    int number = number(id);
    names[number] = name;
  }
}
