package dev.perennial.recommendation.browse.app;

import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.browse.domain.Trail;
import dev.perennial.recommendation.browse.store.TrailChange;
import dev.perennial.recommendation.browse.store.Trails;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records what profiles look at, as far as it is among the latest of each. */
@ApplicationScoped
public class RecordTrails {

  private final Trails trails;
  private final int length;

  RecordTrails(Trails trails, RecommendationConfig config) {
    this.trails = trails;
    this.length = config.trailLength();
  }

  /**
   * Records, within a transaction.
   *
   * @param departed profiles that are no more; nothing follows a departure, so what was heard of
   *     them came before
   */
  public Uni<Void> record(SqlConnection tx, List<Browsed> heard, Set<ProfileKey> departed) {
    Uni<Void> forgotten =
        departed.isEmpty() ? Uni.createFrom().voidItem() : trails.delete(tx, departed);
    return forgotten.chain(
        () -> add(tx, heard.stream().filter(one -> !departed.contains(one.profile())).toList()));
  }

  private Uni<Void> add(SqlConnection tx, List<Browsed> heard) {
    if (heard.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var news = new HashMap<ProfileKey, List<Interaction>>();
    var numbers = new LinkedHashMap<ProfileKey, ChangeNumber>();
    for (var one : heard) {
      news.computeIfAbsent(one.profile(), _ -> new ArrayList<>()).add(one.interaction());
      numbers.put(one.profile(), one.number());
    }
    return trails
        .of(tx, numbers.keySet())
        .map(known -> changes(known, news, numbers))
        .chain(changes -> trails.save(tx, changes));
  }

  private List<TrailChange> changes(
      Map<ProfileKey, Trail> known,
      Map<ProfileKey, List<Interaction>> news,
      Map<ProfileKey, ChangeNumber> numbers) {
    var changes = new ArrayList<TrailChange>();
    numbers.forEach((profile, number) -> {
      var trail = known.getOrDefault(profile, Trail.EMPTY);
      var longer = trail.with(news.getOrDefault(profile, List.of()), length);
      changes.add(new TrailChange(profile, longer, number));
    });
    return changes;
  }
}
