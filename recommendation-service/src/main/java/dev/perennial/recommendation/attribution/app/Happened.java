package dev.perennial.recommendation.attribution.app;

import dev.perennial.recommendation.attribution.domain.Act;
import dev.perennial.recommendation.attribution.domain.Cell;
import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.order.domain.ProfileKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What profiles did within one unit.
 *
 * @param bought the products of orders that changed, by whose they are
 * @param erased that are no more
 * @param merged into another one, under which what they did is told again
 * @param now of the unit
 */
public record Happened(
    List<Done> done,
    Map<ProfileKey, Set<String>> bought,
    Set<ProfileKey> erased,
    Set<ProfileKey> merged,
    Instant now) {

  /** The same, with this in place of what was done. */
  Happened with(List<Done> instead) {
    return new Happened(instead, bought, erased, merged, now);
  }

  Set<ProfileKey> departed() {
    var departed = new HashSet<>(erased);
    departed.addAll(merged);
    return departed;
  }

  /** The products of which something may have changed, of those profiles that stay. */
  Map<ProfileKey, Set<String>> touched(Map<ProfileKey, List<Click>> clicks) {
    var touched = new HashMap<ProfileKey, Set<String>>();
    bought.forEach((profile, products) -> touched.put(profile, new HashSet<>(products)));
    clicks.forEach((profile, clicked) ->
        clicked.forEach(
            click -> touched.computeIfAbsent(profile, _ -> new HashSet<>()).add(click.product())));
    touched.keySet().removeAll(departed());
    return touched;
  }

  /** Where to count what was shown. Of a merged profile it was counted, and no row says so. */
  Stream<Cell> shown() {
    return done.stream()
        .filter(one -> !one.again())
        .flatMap(one ->
            switch (one.act()) {
              case Act.Shown shown when isKept(shown.at()) ->
                  Stream.of(shown.cell(one.profile().workspace()));
              case Act.Shown _ -> Stream.empty();
              case Act.Clicked _ -> Stream.empty();
            });
  }

  /**
   * Clicks by profile. What is told so late that it may have been forgotten, or what came after it,
   * is not counted: it could count again, or get the order of a later click.
   */
  Map<ProfileKey, List<Click>> clicks() {
    var clicks = new HashMap<ProfileKey, List<Click>>();
    for (var one : done) {
      if (one.act() instanceof Act.Clicked(Click click) && isKept(click.at())) {
        clicks.computeIfAbsent(one.profile(), _ -> new ArrayList<>()).add(click);
      }
    }
    return clicks;
  }

  /** Whether nothing that was heard of it, or of what came after it, can be forgotten yet. */
  boolean isKept(Instant at) {
    return !at.isBefore(now.minus(ForgetClicks.AFTER));
  }
}
