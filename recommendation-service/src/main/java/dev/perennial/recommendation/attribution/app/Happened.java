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
 * @param buyers whose orders changed
 * @param erased that are no more
 * @param merged into another one, under which what they did is told again
 * @param now of the unit
 */
public record Happened(
    List<Done> done,
    Set<ProfileKey> buyers,
    Set<ProfileKey> erased,
    Set<ProfileKey> merged,
    Instant now) {

  Set<ProfileKey> departed() {
    var departed = new HashSet<>(erased);
    departed.addAll(merged);
    return departed;
  }

  /** Those that stay, and for whom something may have changed. */
  Set<ProfileKey> changed(Map<ProfileKey, List<Click>> clicks) {
    var changed = new HashSet<>(clicks.keySet());
    changed.addAll(buyers);
    changed.removeAll(erased);
    changed.removeAll(merged);
    return changed;
  }

  /** Where to count what was shown. Of a merged profile it was counted, and no row says so. */
  Stream<Cell> shown() {
    return done.stream()
        .filter(one -> !one.again())
        .flatMap(one ->
            switch (one.act()) {
              case Act.Shown shown -> Stream.of(shown.cell(one.profile().workspace()));
              case Act.Clicked _ -> Stream.empty();
            });
  }

  /** Clicks by profile; of those told again, what was not forgotten when they were told first. */
  Map<ProfileKey, List<Click>> clicks() {
    var clicks = new HashMap<ProfileKey, List<Click>>();
    for (var one : done) {
      if (one.act() instanceof Act.Clicked(Click click) && (!one.again() || isKept(click))) {
        clicks.computeIfAbsent(one.profile(), _ -> new ArrayList<>()).add(click);
      }
    }
    return clicks;
  }

  /** Whether a click is young enough to be taken back from one profile and given to another. */
  boolean isKept(Click click) {
    return !click.at().isBefore(now.minus(ForgetClicks.AFTER));
  }
}
