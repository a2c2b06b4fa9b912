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
   * @param evidence empty when it is no candidate
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
  }

  /** What became of it. */
  public sealed interface Verdict {

    /**
     * It is shown.
     *
     * @param position from 1
     */
    record Shown(int position, boolean pinned) implements Verdict {}

    /**
     * So many are better.
     *
     * @param position from 1, above the limit
     * @param lastShown the score of the last one that is shown
     */
    record Outranked(int position, double lastShown) implements Verdict {}

    /** A filter keeps it out of every link that has it. */
    record Removed() implements Verdict {}

    /** No strategy of the chain has anything that speaks for it. */
    record NoCandidate() implements Verdict {}

    /** It is among the products that were asked about. */
    record AtHand() implements Verdict {}

    /** Neither an order nor the catalog ever named it. */
    record Unknown() implements Verdict {}
  }
}
