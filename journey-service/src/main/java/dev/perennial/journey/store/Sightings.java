package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.ids;
import static dev.perennial.journey.store.Columns.instants;
import static dev.perennial.journey.store.Columns.longs;
import static dev.perennial.journey.store.Columns.profiles;
import static dev.perennial.journey.store.Columns.texts;
import static dev.perennial.journey.store.Columns.tuple;

import dev.perennial.journey.domain.ExitRule;
import dev.perennial.journey.domain.Movement;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Sighting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Table {@code sighting}. */
@ApplicationScoped
public class Sightings {

  /** A sighting and whose it is. */
  public record Of(ProfileId profile, Sighting sighting) {}

  public Uni<Map<ProfileId, List<Sighting>>> of(SqlConnection tx, Collection<ProfileId> profiles) {
    return tx.preparedQuery(
            """
            select s.*
            from unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
            cross join lateral (
              select * from sighting s
              where s.workspace = p.workspace and s.profile_id = p.profile_id
              limit 1000) s
            """)
        .execute(profiles(profiles))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(
                    Collectors.groupingBy(
                        Columns::profile,
                        Collectors.mapping(Sightings::sighting, Collectors.toList()))));
  }

  /** Keeps the later of what is known and what is new. */
  public Uni<Void> save(SqlConnection tx, List<Of> sightings) {
    if (sightings.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            insert into sighting (workspace, profile_id, kind, name, revision, seen_at)
            select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bigint[],
              $6::timestamptz[])
            on conflict (workspace, profile_id, kind, name) do update
            set revision = excluded.revision, seen_at = excluded.seen_at
            where excluded.seen_at >= sighting.seen_at
            """)
        .execute(
            tuple(
                texts(sightings, of -> of.profile().workspace()),
                ids(sightings, of -> of.profile().id()),
                texts(sightings, of -> kind(of.sighting().what())),
                texts(sightings, of -> name(of.sighting().what())),
                longs(sightings, of -> of.sighting().revision()),
                instants(sightings, of -> of.sighting().at())))
        .replaceWithVoid();
  }

  private static Sighting sighting(Row row) {
    String name = row.getString("name");
    ExitRule what =
        switch (row.getString("kind")) {
          case "event" -> new ExitRule.OnEvent(name);
          case String movement -> new ExitRule.OnSegment(name, Movement.of(movement));
        };
    return new Sighting(
        what, row.getLong("revision"), row.getOffsetDateTime("seen_at").toInstant());
  }

  private static String kind(ExitRule rule) {
    return switch (rule) {
      case ExitRule.OnEvent _ -> "event";
      case ExitRule.OnSegment move -> move.movement().word();
    };
  }

  private static String name(ExitRule rule) {
    return switch (rule) {
      case ExitRule.OnEvent event -> event.event();
      case ExitRule.OnSegment move -> move.segment();
    };
  }
}
