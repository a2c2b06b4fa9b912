package dev.perennial.recommendation.attribution.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.attribution.domain.Attribution;
import dev.perennial.recommendation.attribution.domain.Cell;
import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.attribution.domain.Counts;
import dev.perennial.recommendation.attribution.store.Clicks;
import dev.perennial.recommendation.attribution.store.DailyCounts;
import dev.perennial.recommendation.attribution.store.KnownClick;
import dev.perennial.recommendation.order.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what was shown, clicked and bought, once each. */
@ApplicationScoped
public class RecordOutcomes {

  private final Clicks clicks;
  private final DailyCounts dailyCounts;

  RecordOutcomes(Clicks clicks, DailyCounts dailyCounts) {
    this.clicks = clicks;
    this.dailyCounts = dailyCounts;
  }

  /**
   * Records, within a transaction.
   *
   * @param done of each profile in its order
   * @param departed profiles that are no more: their clicks go, what was counted stays
   */
  public Uni<Void> record(SqlConnection tx, List<Done> done, Set<ProfileKey> departed) {
    var byProfile = new LinkedHashMap<ProfileKey, List<Done>>();
    done.forEach(one -> byProfile.computeIfAbsent(one.profile(), _ -> new ArrayList<>()).add(one));
    Uni<Void> counted =
        byProfile.isEmpty()
            ? Uni.createFrom().voidItem()
            : clicks.of(tx, byProfile.keySet()).chain(known -> record(tx, byProfile, known));
    return departed.isEmpty() ? counted : counted.chain(() -> clicks.delete(tx, departed));
  }

  private Uni<Void> record(
      SqlConnection tx, Map<ProfileKey, List<Done>> byProfile, List<KnownClick> known) {
    Map<ProfileKey, Map<String, Click>> knownOf =
        known.stream()
            .collect(
                groupingBy(KnownClick::profile, toMap(KnownClick::product, KnownClick::click)));
    var counts = new HashMap<Cell, Counts>();
    var changed = new ArrayList<KnownClick>();
    byProfile.forEach((profile, done) -> {
      var attribution =
          new Attribution(profile.workspace(), knownOf.getOrDefault(profile, Map.of()), counts);
      done.forEach(one -> attribution.follow(one.act(), one.again()));
      attribution
          .changed()
          .forEach((product, click) -> changed.add(new KnownClick(profile, product, click)));
    });
    Uni<Void> saved = changed.isEmpty() ? Uni.createFrom().voidItem() : clicks.save(tx, changed);
    return counts.isEmpty() ? saved : saved.chain(() -> dailyCounts.add(tx, counts));
  }
}
