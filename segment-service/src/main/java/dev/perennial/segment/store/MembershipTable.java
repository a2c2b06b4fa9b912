package dev.perennial.segment.store;

import static dev.perennial.segment.store.Columns.column;
import static dev.perennial.segment.store.Columns.list;
import static dev.perennial.segment.store.Columns.tuple;

import dev.perennial.segment.domain.Member;
import dev.perennial.segment.domain.Membership;
import dev.perennial.segment.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who is in which segment: what units do with it. */
@ApplicationScoped
public class MembershipTable {

  /** The key of a row that is to go. */
  public record Gone(ProfileKey profile, String segment) {}

  private static final String FIND =
      """
      select m.*
      from unnest($1::text[], $2::uuid[]) as k (workspace, profile_id)
      cross join lateral (
        select * from membership s
        where s.workspace = k.workspace and s.profile_id = k.profile_id offset 0) m
      """;

  private static final String PUT =
      """
      insert into membership
        (workspace, profile_id, segment, shard, entered_at, valid_until, revision)
      select * from unnest(
        $1::text[], $2::uuid[], $3::text[], $4::int[], $5::timestamptz[], $6::timestamptz[],
        $7::bigint[])
      on conflict (workspace, profile_id, segment) do update set
        entered_at = excluded.entered_at, valid_until = excluded.valid_until,
        revision = excluded.revision
      """;

  private static final String REMOVE =
      """
      delete from membership m
      using unnest($1::text[], $2::uuid[], $3::text[]) as k (workspace, profile_id, segment)
      where m.workspace = k.workspace and m.profile_id = k.profile_id and m.segment = k.segment
      """;

  /** Segments of these profiles. */
  public Uni<List<Member>> find(SqlConnection tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(FIND)
        .execute(
            tuple(
                column(profiles, ProfileKey::workspace, String[]::new),
                column(profiles, ProfileKey::profileId, UUID[]::new)))
        .map(rows -> list(rows, MembershipTable::member));
  }

  public Uni<Void> put(SqlConnection tx, List<Member> members) {
    if (members.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(PUT)
        .execute(
            tuple(
                column(members, m -> m.profile().workspace(), String[]::new),
                column(members, m -> m.profile().profileId(), UUID[]::new),
                column(members, Member::segment, String[]::new),
                column(members, m -> m.profile().shard(), Integer[]::new),
                Columns.instants(members, m -> m.membership().enteredAt()),
                Columns.instants(members, m -> m.membership().validUntil()),
                column(members, m -> m.membership().revision(), Long[]::new)))
        .replaceWithVoid();
  }

  public Uni<Void> remove(SqlConnection tx, List<Gone> gone) {
    if (gone.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(REMOVE)
        .execute(
            tuple(
                column(gone, g -> g.profile().workspace(), String[]::new),
                column(gone, g -> g.profile().profileId(), UUID[]::new),
                column(gone, Gone::segment, String[]::new)))
        .replaceWithVoid();
  }

  static Member member(Row row) {
    var profile =
        new ProfileKey(
            row.getString("workspace"), row.getUUID("profile_id"), row.getInteger("shard"));
    return new Member(
        profile,
        row.getString("segment"),
        new Membership(
            row.getOffsetDateTime("entered_at").toInstant(),
            Columns.orForEver(row.getOffsetDateTime("valid_until")),
            row.getLong("revision")));
  }
}
