package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.ids;
import static dev.perennial.journey.store.Columns.instants;
import static dev.perennial.journey.store.Columns.ints;
import static dev.perennial.journey.store.Columns.longs;
import static dev.perennial.journey.store.Columns.profile;
import static dev.perennial.journey.store.Columns.profiles;
import static dev.perennial.journey.store.Columns.texts;
import static dev.perennial.journey.store.Columns.tuple;

import dev.perennial.journey.domain.Movement;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Transition;
import dev.perennial.journey.domain.Transition.Cause;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Table {@code waiting_transition}. */
@ApplicationScoped
public class WaitingTransitions {

  private record Numbered(int number, Transition transition) {}

  /** Those of profiles, in order. */
  public Uni<Map<ProfileId, List<Transition>>> of(
      SqlConnection tx, Collection<ProfileId> profiles) {
    return tx.preparedQuery(
            """
            select w.*
            from unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
            cross join lateral (
              select * from waiting_transition w
              where w.workspace = p.workspace and w.profile_id = p.profile_id
              order by w.number
              limit 100000) w
            order by w.workspace, w.profile_id, w.number
            """)
        .execute(profiles(profiles))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(WaitingTransitions::transition)
                .collect(Collectors.groupingBy(Transition::profile)));
  }

  /** Puts these in the place of what waits for the profiles. */
  public Uni<Void> replace(SqlConnection tx, Map<ProfileId, List<Transition>> waiting) {
    if (waiting.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var rows =
        waiting.values().stream()
            .flatMap(of -> IntStream.range(0, of.size()).mapToObj(i -> new Numbered(i, of.get(i))))
            .toList();
    return tx.preparedQuery(
            """
            delete from waiting_transition w
            using unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
            where w.workspace = p.workspace and w.profile_id = p.profile_id
            """)
        .execute(profiles(waiting.keySet()))
        .chain(() -> insert(tx, rows));
  }

  private static Uni<Void> insert(SqlConnection tx, List<Numbered> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            insert into waiting_transition (workspace, profile_id, number, segment, movement,
              cause, effective_at, revision, journey)
            select * from unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::text[],
              $6::text[], $7::timestamptz[], $8::bigint[], $9::text[])
            """)
        .execute(
            tuple(
                texts(rows, row -> row.transition().profile().workspace()),
                ids(rows, row -> row.transition().profile().id()),
                ints(rows, Numbered::number),
                texts(rows, row -> row.transition().segment()),
                texts(rows, row -> row.transition().movement().word()),
                texts(rows, row -> row.transition().cause().name()),
                instants(rows, row -> row.transition().effectiveAt()),
                longs(rows, row -> row.transition().revision()),
                texts(rows, row -> row.transition().journey().orElse(null))))
        .replaceWithVoid();
  }

  private static Transition transition(Row row) {
    return new Transition(
        profile(row),
        row.getString("segment"),
        Movement.of(row.getString("movement")),
        Cause.valueOf(row.getString("cause")),
        row.getOffsetDateTime("effective_at").toInstant(),
        row.getLong("revision"),
        Optional.ofNullable(row.getString("journey")));
  }
}
