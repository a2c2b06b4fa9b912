package dev.perennial.recommendation.serving.domain;

import java.util.List;
import java.util.Optional;

/**
 * Why a product is, or is not, in an answer.
 *
 * @param links what each strategy of the chain says of it, in the order of the chain
 */
public record Explanation(String product, Verdict verdict, List<Link> links) {

  public Explanation {
    links = List.copyOf(links);
  }

  /**
   * What one strategy says.
   *
   * @param score 0 when it is no candidate
   * @param adjusted after what boosts and lowers it
   * @param removedBy the names of the filters that keep it out
   * @param evidence empty when there is nothing; with a score of 0 it is too little
   */
  public record Link(
      String strategy,
      double score,
      double adjusted,
      List<String> removedBy,
      Optional<Evidence> evidence) {

    public Link {
      removedBy = List.copyOf(removedBy);
    }

    boolean isCandidate() {
      return score > 0;
    }

    boolean isTooWeak() {
      return !isCandidate() && evidence.isPresent();
    }
  }

  /** What became of it. Positions count from 1; those of what is not shown are above the limit. */
  public sealed interface Verdict {

    /** It is shown. */
    record Shown(int position, boolean pinned) implements Verdict {}

    /**
     * So many are better.
     *
     * @param lastShown the score of the last one that is shown of its strategy
     */
    record Outranked(int position, double lastShown) implements Verdict {}

    /** Pins, and links before the first that has it, left no place. */
    record ChainFull(int position) implements Verdict {}

    /** There is too much of its category or brand before it, and enough else to show. */
    record TooManyAlike(int position) implements Verdict {}

    /** A preference puts it after all else, of which there is enough. */
    record Buried(int position) implements Verdict {}

    /** A filter keeps it out of every link that has it, and from where it is pinned. */
    record Removed() implements Verdict {}

    /** Of what speaks for it, there is too little in every link. */
    record TooWeak() implements Verdict {}

    /** No strategy of the chain has anything that speaks for it. */
    record NoCandidate() implements Verdict {}

    /** It is among the products that were asked about. */
    record AtHand() implements Verdict {}

    /** Neither an order nor the catalog ever named it. */
    record Unknown() implements Verdict {}
  }
}
