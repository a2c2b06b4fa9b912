package dev.perennial.exactlyonce;

import dev.perennial.exactlyonce.RevisionGate.Profile;
import dev.perennial.exactlyonce.RevisionGate.ProfileKey;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** The tables {@code revision_gate} and {@code held_record}. */
final class RevisionRows {

  private static final String LOAD =
      """
      select g.workspace, g.profile_id, g.last_revision, g.held
      from unnest($1::text[], $2::uuid[]) u(workspace, profile_id)
      join lateral (select * from revision_gate r
                    where r.workspace = u.workspace and r.profile_id = u.profile_id limit 1) g on true
      """;

  private static final String LOAD_HELD =
      """
      select h.workspace, h.profile_id, h.revision, h.topic, h.partition, h.payload
      from unnest($1::text[], $2::uuid[]) u(workspace, profile_id)
      join lateral (select * from held_record r
                    where r.workspace = u.workspace and r.profile_id = u.profile_id) h on true
      """;

  private static final String STORE =
      """
      insert into revision_gate as g (workspace, profile_id, last_revision, held)
      select * from unnest($1::text[], $2::uuid[], $3::bigint[], $4::int[])
      on conflict (workspace, profile_id)
      do update set last_revision = excluded.last_revision, held = excluded.held
      """;

  private static final String HOLD =
      """
      insert into held_record (workspace, profile_id, revision, topic, partition, payload)
      select * from unnest($1::text[], $2::uuid[], $3::bigint[], $4::text[], $5::int[], $6::bytea[])
      """;

  private static final String RELEASE =
      """
      delete from held_record h using unnest($1::text[], $2::uuid[], $3::bigint[]) u(workspace, profile_id, last)
      where h.workspace = u.workspace and h.profile_id = u.profile_id and h.revision <= u.last
      """;

  private static final String COUNT_HELD =
      """
      select count(*) as held from held_record h
      join unnest($1::text[], $2::int[]) u(topic, partition)
        on h.topic = u.topic and h.partition = u.partition
      """;

  private RevisionRows() {}

  /** How many records of these partitions wait for a gap to close. */
  static Uni<Long> countHeld(SqlClient client, Collection<TopicPartition> partitions) {
    return client
        .preparedQuery(COUNT_HELD)
        .execute(
            Tuple.of(
                partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
                partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new)))
        .map(rows -> rows.iterator().next().getLong("held"));
  }

  static Uni<RowSet<Row>> load(SqlConnection tx, Collection<ProfileKey> keys) {
    return tx.preparedQuery(LOAD).execute(Tuple.of(workspaces(keys), ids(keys)));
  }

  static Uni<RowSet<Row>> loadHeld(SqlConnection tx, Collection<ProfileKey> keys) {
    return tx.preparedQuery(LOAD_HELD).execute(Tuple.of(workspaces(keys), ids(keys)));
  }

  static Uni<Void> store(SqlConnection tx, List<Profile> profiles) {
    var keys = profiles.stream().map(p -> p.key).toList();
    return tx.preparedQuery(STORE)
        .execute(
            Tuple.of(
                workspaces(keys),
                ids(keys),
                profiles.stream().map(Profile::last).toArray(Long[]::new),
                profiles.stream().map(Profile::held).toArray(Integer[]::new)))
        .replaceWithVoid();
  }

  static Uni<Void> hold(SqlConnection tx, List<Revised> early) {
    return tx.preparedQuery(HOLD)
        .execute(
            Tuple.of(
                early.stream().map(Revised::workspace).toArray(String[]::new),
                early.stream().map(Revised::profileId).toArray(UUID[]::new),
                early.stream().map(Revised::revision).toArray(Long[]::new),
                early.stream().map(r -> r.source().topic()).toArray(String[]::new),
                early.stream().map(r -> r.source().partition()).toArray(Integer[]::new),
                early.stream().map(r -> Buffer.buffer(r.payload())).toArray(Buffer[]::new)))
        .replaceWithVoid();
  }

  static Uni<Void> release(SqlConnection tx, List<Profile> profiles) {
    var keys = profiles.stream().map(p -> p.key).toList();
    return tx.preparedQuery(RELEASE)
        .execute(
            Tuple.of(
                workspaces(keys),
                ids(keys),
                profiles.stream().map(Profile::last).toArray(Long[]::new)))
        .replaceWithVoid();
  }

  private static String[] workspaces(Collection<ProfileKey> keys) {
    return keys.stream().map(ProfileKey::workspace).toArray(String[]::new);
  }

  private static UUID[] ids(Collection<ProfileKey> keys) {
    return keys.stream().map(ProfileKey::profileId).toArray(UUID[]::new);
  }
}
