package dev.perennial.recommendation.browse.domain;

import java.util.Set;

/** What is done with each search that is known. */
public interface EachSearch {

  /**
   * Takes one.
   *
   * @param hoursOfEach for each profile that searched for it, in which hours
   */
  void accept(String query, Iterable<Set<Integer>> hoursOfEach);
}
