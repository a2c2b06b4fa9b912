package dev.perennial.segment.store;

import static dev.perennial.segment.store.Columns.list;
import static dev.perennial.segment.store.Columns.tuple;

import dev.perennial.segment.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Members that deleted segments still have. */
@ApplicationScoped
public class DeletedSegments {

  /** A member that was taken out. */
  public record Left(
      ProfileKey profile, String segment, int version, Instant deletedAt, long revision) {}

  private static final String ANY =
      """
      select 1 from segment s
      where s.deleted_at is not null and exists (
        select 1 from membership m
        where m.workspace = s.workspace and m.segment = s.key and m.shard = any($1))
      limit 1
      """;

  private static final String TAKE_OUT =
      """
      with gone as (
        select m.workspace, m.profile_id, m.segment, s.version, s.deleted_at
        from segment s join membership m on m.workspace = s.workspace and m.segment = s.key
        where s.deleted_at is not null and m.shard = any($1)
        limit $2)
      delete from membership m using gone g
      where m.workspace = g.workspace and m.profile_id = g.profile_id and m.segment = g.segment
      returning m.*, g.version, g.deleted_at
      """;

  private static final String HAS_MEMBERS =
      """
      select 1 from segment s
      where s.workspace = $1 and s.key = $2 and s.deleted_at is not null and exists (
        select 1 from membership m where m.workspace = s.workspace and m.segment = s.key)
      """;

  public Uni<Boolean> anyMember(SqlClient client, Set<Integer> shards) {
    return client
        .preparedQuery(ANY)
        .execute(tuple((Object) shards.toArray(Integer[]::new)))
        .map(rows -> rows.size() > 0);
  }

  /** Takes out at most this many members on these shards. */
  public Uni<List<Left>> takeOut(SqlConnection tx, Set<Integer> shards, int limit) {
    return tx.preparedQuery(TAKE_OUT)
        .execute(tuple(shards.toArray(Integer[]::new), limit))
        .map(rows ->
            list(
                rows,
                row -> {
                  var member = MembershipTable.member(row);
                  return new Left(
                      member.profile(),
                      member.segment(),
                      row.getInteger("version"),
                      row.getOffsetDateTime("deleted_at").toInstant(),
                      member.membership().revision());
                }));
  }

  public Uni<Boolean> hasMembers(SqlClient client, String workspace, String key) {
    return client
        .preparedQuery(HAS_MEMBERS)
        .execute(tuple(workspace, key))
        .map(rows -> rows.size() > 0);
  }
}
