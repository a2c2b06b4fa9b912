package dev.perennial.profile.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.profile.domain.CustomerEvent;
import dev.perennial.profile.domain.DerivedId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The ids of messages that counted, so that a client's retry counts once. */
@ApplicationScoped
public class SeenMessages {

  private static final UUID NAMESPACE = UUID.fromString("0e0a4f5c-5d0d-4c8e-9f3d-0a9a6c3e2b77");

  // Sorted, so that two partitions that bring the same ids never wait for each other in a circle.
  private static final String ADMIT =
      """
      insert into seen_message as seen (workspace, message, received_at)
      select m.workspace, m.message, m.received_at
      from unnest($1::text[], $2::uuid[], $3::timestamptz[]) as m (workspace, message, received_at)
      order by m.workspace, m.message
      on conflict (workspace, message) do update set received_at = excluded.received_at
        where seen.received_at <= excluded.received_at - $4 * interval '1 microsecond'
      returning workspace, message
      """;

  private static final String FORGET =
      """
      delete from seen_message where (workspace, message) in (
        select workspace, message from seen_message where received_at < $1 limit $2 for update skip locked)
      """;

  private record Key(String workspace, UUID message) {

    static Key of(CustomerEvent event) {
      var message = DerivedId.of(NAMESPACE, event.messageId().getBytes(UTF_8));
      return new Key(event.workspace(), message);
    }
  }

  /**
   * Remembers these events.
   *
   * @return which of them, by index, neither were seen within the window nor came earlier in the
   *     list
   */
  public Uni<List<Integer>> admit(SqlConnection tx, List<CustomerEvent> events, Duration window) {
    var first = new LinkedHashMap<Key, Integer>();
    for (int i = 0; i < events.size(); i++) {
      first.putIfAbsent(Key.of(events.get(i)), i);
    }
    var columns =
        Columns.of(first.entrySet())
            .text(entry -> entry.getKey().workspace())
            .uuid(entry -> entry.getKey().message())
            .instant(entry -> events.get(entry.getValue()).receivedAt());
    return tx.preparedQuery(ADMIT)
        .execute(columns.tuple().addLong(window.toMillis() * 1000))
        .map(rows -> {
          var admitted =
              new HashSet<>(
                  Rows.map(
                      rows, row -> new Key(row.getString("workspace"), row.getUUID("message"))));
          first.keySet().retainAll(admitted);
          return new ArrayList<>(first.values());
        });
  }

  /** Forgets at most so many that were received before an instant; returns how many. */
  public Uni<Integer> forget(SqlConnection tx, Instant before, int limit) {
    return tx.preparedQuery(FORGET)
        .execute(Tuple.of(Columns.utc(before), limit))
        .map(rows -> rows.rowCount());
  }
}
