package dev.perennial.journey.store;

import static dev.perennial.journey.store.Columns.ids;
import static dev.perennial.journey.store.Columns.instants;
import static dev.perennial.journey.store.Columns.ints;
import static dev.perennial.journey.store.Columns.list;
import static dev.perennial.journey.store.Columns.longs;
import static dev.perennial.journey.store.Columns.profiles;
import static dev.perennial.journey.store.Columns.texts;
import static dev.perennial.journey.store.Columns.tuple;

import dev.perennial.contracts.Shards;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Run;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Table {@code run}. */
@ApplicationScoped
public class Runs {

  private static final String DUE =
      """
      from run r
      where r.shard = any($1) and r.state = 'active' and not r.arriving and r.due_at <= %s
        and exists (
          select from journey j
          where j.workspace = r.workspace and j.key = r.journey and j.state = 'published')
      """;

  private final Shards shards;

  Runs(@ConfigProperty(name = "perennial.shards") int shards) {
    this.shards = new Shards(shards);
  }

  /** The active runs of profiles. */
  public Uni<List<Run>> active(SqlConnection tx, Collection<ProfileId> profiles) {
    return tx.preparedQuery(
            """
            select r.*
            from unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
            cross join lateral (
              select * from run r
              where r.workspace = p.workspace and r.profile_id = p.profile_id
                and r.state = 'active' and not r.arriving
              limit 1000) r
            """)
        .execute(profiles(profiles))
        .map(rows -> list(rows, RunRow::run));
  }

  /** The last run of profiles in each journey, be it active or not. */
  public Uni<List<Run>> last(SqlConnection tx, Collection<ProfileId> profiles) {
    return tx.preparedQuery(
            """
            select r.*
            from unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
            cross join lateral (
              select distinct on (journey, key) * from run r
              where r.workspace = p.workspace and r.profile_id = p.profile_id and not r.arriving
              order by journey, key, entry desc) r
            """)
        .execute(profiles(profiles))
        .map(rows -> list(rows, RunRow::run));
  }

  /** All runs of a profile, newest first. */
  public Uni<List<Run>> of(SqlClient client, ProfileId profile) {
    return client
        .preparedQuery(
            """
            select * from run where workspace = $1 and profile_id = $2
            order by started_at desc, run_id
            """)
        .execute(tuple(profile.workspace(), profile.id()))
        .map(rows -> list(rows, RunRow::run));
  }

  /** Whether a timer of these shards is due, by the database's clock. */
  public Uni<Boolean> anyDue(SqlClient client, Set<Integer> shards) {
    return client
        .preparedQuery("select exists (select " + DUE.formatted("now()") + ") as due")
        .execute(tuple((Object) shards.toArray(Integer[]::new)))
        .map(rows -> rows.iterator().next().getBoolean("due"));
  }

  /** The runs whose timers are due, first due first, locked; none of a paused journey. */
  public Uni<List<Run>> due(SqlConnection tx, Set<Integer> shards, Instant now, int limit) {
    return tx.preparedQuery(
            "select r.* " + DUE.formatted("$2") + "order by r.due_at limit $3 for update of r")
        .execute(tuple(shards.toArray(Integer[]::new), now.atOffset(ZoneOffset.UTC), limit))
        .map(rows -> list(rows, RunRow::run));
  }

  /** Whether runs were handed over to these shards. */
  public Uni<Boolean> anyArriving(SqlClient client, Set<Integer> shards) {
    return client
        .preparedQuery(
            "select exists (select from run where arriving and shard = any($1)) as arriving")
        .execute(tuple((Object) shards.toArray(Integer[]::new)))
        .map(rows -> rows.iterator().next().getBoolean("arriving"));
  }

  /** Runs that were handed over to these shards, those begun first before others, locked. */
  public Uni<List<Run>> arriving(SqlConnection tx, Set<Integer> shards, int limit) {
    return tx.preparedQuery(
            """
            select * from run where arriving and shard = any($1)
            order by started_at, run_id limit $2 for update
            """)
        .execute(tuple(shards.toArray(Integer[]::new), limit))
        .map(rows -> list(rows, RunRow::run));
  }

  /** Inserts and updates; a run that was arriving has arrived. */
  public Uni<Void> save(SqlConnection tx, Collection<Run> runs) {
    if (runs.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var rows = runs.stream().map(RunRow::of).toList();
    return tx.preparedQuery(
            """
            insert into run (workspace, run_id, profile_id, shard, journey, version, key, entry,
              started_at, since, start_revision, state, node, due_at, ended_at, steps, messages)
            select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::int[], $5::text[],
              $6::int[], $7::text[], $8::int[], $9::timestamptz[], $10::timestamptz[],
              $11::bigint[], $12::text[], $13::text[], $14::timestamptz[], $15::timestamptz[],
              $16::int[], $17::int[])
            on conflict (workspace, run_id) do update set
              start_revision = excluded.start_revision, state = excluded.state,
              node = excluded.node, due_at = excluded.due_at, ended_at = excluded.ended_at,
              steps = excluded.steps, messages = excluded.messages, arriving = false
            """)
        .execute(
            tuple(
                texts(runs, run -> run.profile().workspace()),
                ids(runs, Run::id),
                ids(runs, run -> run.profile().id()),
                ints(runs, run -> shards.of(run.profile().id().toString())),
                texts(runs, Run::journey),
                ints(runs, Run::version),
                texts(runs, Run::key),
                ints(runs, Run::entry),
                instants(runs, Run::startedAt),
                instants(runs, Run::since),
                longs(runs, Run::startRevision),
                texts(rows, RunRow::state),
                texts(rows, RunRow::node),
                instants(rows, RunRow::dueAt),
                instants(rows, RunRow::endedAt),
                ints(runs, Run::steps),
                ints(runs, Run::messages)))
        .replaceWithVoid();
  }

  /** Gives all runs of merged profiles to the shards of those that absorbed them. */
  public Uni<Void> handOver(SqlConnection tx, Collection<ClosedProfiles.Merge> merges) {
    if (merges.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            update run r
            set profile_id = m.canonical, shard = m.shard, arriving = (r.state = 'active')
            from unnest($1::text[], $2::uuid[], $3::uuid[], $4::int[])
              as m (workspace, profile_id, canonical, shard)
            where r.workspace = m.workspace and r.profile_id = m.profile_id
            """)
        .execute(
            tuple(
                texts(merges, merge -> merge.from().workspace()),
                ids(merges, merge -> merge.from().id()),
                ids(merges, ClosedProfiles.Merge::canonical),
                ints(merges, merge -> shards.of(merge.canonical().toString()))))
        .replaceWithVoid();
  }

  /** Deletes the runs of profiles and their decisions. */
  public Uni<Void> erase(SqlConnection tx, Collection<ProfileId> profiles) {
    if (profiles.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            with gone as (
              delete from run r using unnest($1::text[], $2::uuid[]) as p (workspace, profile_id)
              where r.workspace = p.workspace and r.profile_id = p.profile_id
              returning r.workspace, r.run_id)
            delete from decision d using gone
            where d.workspace = gone.workspace and d.run_id = gone.run_id
            """)
        .execute(profiles(profiles))
        .replaceWithVoid();
  }
}
