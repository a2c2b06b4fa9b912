package dev.perennial.recommendation.browse.domain;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The latest interactions of a profile, the oldest first.
 *
 * <p>The latest so many of a union are the same whatever was kept in between, so that a trail does
 * not depend on the order in which its interactions arrive.
 */
public record Trail(List<Interaction> interactions) {

  public static final Trail EMPTY = new Trail(List.of());

  public Trail {
    interactions = List.copyOf(interactions);
  }

  /**
   * With these as well, as far as they are among the latest.
   *
   * @param limit how many are kept, at least 1
   */
  public Trail with(Collection<Interaction> more, int limit) {
    var all = new TreeSet<>(Interaction.OLDEST_FIRST);
    all.addAll(interactions);
    all.addAll(more);
    return new Trail(all.stream().skip(Math.max(0, all.size() - limit)).toList());
  }
}
