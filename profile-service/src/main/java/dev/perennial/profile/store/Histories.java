package dev.perennial.profile.store;

import dev.perennial.profile.domain.History;
import dev.perennial.profile.domain.HistoryEvent;
import dev.perennial.profile.domain.HistorySelection;
import dev.perennial.profile.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Profiles of a shard with their histories, for services that must know the past. */
@ApplicationScoped
public class Histories {

  // One statement, hence one snapshot: a history holds all up to its revision and nothing after.
  private static final String PAGE =
      """
      select p.profile_id as id, p.revision as at, p.traits, e.*
      from (
        select profile_id, revision, traits from profile
        where workspace = $1 and shard = $2 and profile_id > $3 and merged_into is null
        order by profile_id limit $4) p
      left join lateral (
        select * from event e
        where e.workspace = $1 and e.profile_id = p.profile_id and e.name = any ($5::text[])
          and e.occurred_at >= $6
        offset 0) e on true
      order by p.profile_id, e.occurred_at, e.revision
      """;

  private static final String PAGE_WITHOUT_EVENTS =
      """
      select profile_id as id, revision as at, traits from profile
      where workspace = $1 and shard = $2 and profile_id > $3 and merged_into is null
      order by profile_id limit $4
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Pool pool;

  public Histories(Pool pool) {
    this.pool = pool;
  }

  /** The next so many profiles after one, in order of id. */
  public Uni<List<History>> page(HistorySelection selection, @Nullable UUID after, int limit) {
    var parameters =
        Tuple.of(
            selection.workspace(), selection.shard(), after == null ? BEFORE_ALL : after, limit);
    if (selection.eventNames().isEmpty()) {
      return pool.preparedQuery(PAGE_WITHOUT_EVENTS)
          .execute(parameters)
          .map(rows -> histories(selection.workspace(), rows, false));
    }
    return pool.preparedQuery(PAGE)
        .execute(
            parameters
                .addValue(selection.eventNames().toArray(String[]::new))
                .addValue(Columns.utc(selection.since())))
        .map(rows -> histories(selection.workspace(), rows, true));
  }

  private static List<History> histories(String workspace, RowSet<Row> rows, boolean withEvents) {
    var histories = new ArrayList<History>();
    var events = new ArrayList<HistoryEvent>();
    @Nullable UUID last = null;
    for (var row : rows) {
      var id = row.getUUID("id");
      if (!id.equals(last)) {
        events = new ArrayList<>();
        var key = new ProfileKey(workspace, id);
        histories.add(new History(key, row.getLong("at"), row.getString("traits"), events));
        last = id;
      }
      if (withEvents && row.getUUID("profile_id") != null) {
        events.add(Events.event(row));
      }
    }
    return histories;
  }
}
