package dev.perennial.recommendation.session.domain;

import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Filter;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.session.domain.Neighbours.Neighbour;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.similar.domain.ContentSimilarity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a visitor will look at next, from the last clicks only: what sessions like this one hold,
 * near what they have in common with it (STAN: Garg et al., "Sequence and Time Aware Neighborhood
 * for Session-based Recommendations", SIGIR 2019), and what is much like the last clicks and often
 * looked at. Most products of most shops are in few sessions: there the second carries the answer.
 *
 * <p>Of what the visitor has seen only the product that is looked at now is left out; people go
 * back to the rest.
 */
public final class NextInSession implements Strategy {

  public static final String KEY = "next-in-session";

  /**
   * What can be set.
   *
   * @param candidates sessions that are compared, the latest first
   * @param neighbours sessions that are followed, the most similar first
   * @param span clicks after which a click counts for 1/e
   * @param reach products away from the common one at which a product of a neighbour counts 1/e
   * @param memory after which a session counts for 1/e
   * @param alike what all that is alike is worth beside all neighbours; 0 leaves it out
   */
  public record Settings(
      int candidates, int neighbours, double span, double reach, Duration memory, double alike) {

    public static final Settings DEFAULT =
        new Settings(2_500, 100, 0.9, 0.25, Duration.ofDays(30), 1);

    /** As in a shop that tells of no catalog. */
    public Settings withoutCatalog() {
      return new Settings(candidates, neighbours, span, reach, memory, 0);
    }
  }

  private final Settings settings;

  public NextInSession(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Filter> filters(Shop shop, Query query) {
    return Visit.lookedAt(shop, query)
        .<List<Filter>>map(id -> List.of(new Filter.Excluded(Set.of(id))))
        .orElse(List.of());
  }

  @Override
  public String shows() {
    return "What a visitor will look at next, by the clicks of this visit";
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.CLICKS, Needs.PROFILE);
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var visit = Visit.of(shop, query);
    if (visit.products().length == 0) {
      return Candidates.NONE;
    }
    var scores = new Scores();
    var clicks = new Clicks(visit.products(), settings.span());
    var neighbours = Neighbours.of(clicks, shop.browsing(), visit.own(), settings, query.now());
    var content = alike(shop);
    addNeighbours(scores, neighbours);
    content.ifPresent(alike -> alike.addTo(scores, clicks));
    return new Candidates(
        scores,
        product ->
            evidence(
                shop,
                product,
                neighbours,
                content.flatMap(alike -> alike.likest(clicks, product))));
  }

  private static Evidence evidence(
      Shop shop, int product, List<Neighbour> neighbours, Optional<Alike.Likest> likest) {
    var holding = neighbours.stream().filter(one -> one.session().indexOf(product) >= 0).count();
    return new Evidence.NextClick(
        (int) holding,
        neighbours.size(),
        likest.map(one -> shop.products().id(one.click())),
        likest.map(Alike.Likest::likeness).orElse(0.0));
  }

  private Optional<Alike> alike(Shop shop) {
    return shop.model(ContentSimilarity.class)
        .filter(_ -> settings.alike() > 0)
        .map(content -> new Alike(shop.browsing(), content, settings.alike()));
  }

  /** All that the neighbours hold comes to 1 together (formula 4, and made comparable). */
  private void addNeighbours(Scores scores, List<Neighbour> neighbours) {
    double sum = 0;
    for (var neighbour : neighbours) {
      for (int i = 0; i < neighbour.session().size(); i++) {
        sum += pull(neighbour, i);
      }
    }
    for (var neighbour : neighbours) {
      for (int i = 0; i < neighbour.session().size(); i++) {
        scores.add(neighbour.session().product(i), pull(neighbour, i) / sum);
      }
    }
  }

  private double pull(Neighbour neighbour, int index) {
    double distance = Math.abs(index - neighbour.common());
    return neighbour.similarity() * Math.exp(-distance / settings.reach());
  }
}
