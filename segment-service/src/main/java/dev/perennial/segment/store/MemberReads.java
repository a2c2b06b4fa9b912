package dev.perennial.segment.store;

import static dev.perennial.segment.store.Columns.list;
import static dev.perennial.segment.store.Columns.tuple;

import dev.perennial.segment.domain.Member;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is in which segment: what callers ask. */
@ApplicationScoped
public class MemberReads {

  private static final String PAGE =
      """
      select * from membership
      where workspace = $1 and segment = $2 and profile_id > $3 and ($4::int is null or shard = $4)
      order by profile_id limit $5
      """;

  private static final String OF_PROFILE =
      """
      select m.* from membership m
      join segment s on s.workspace = m.workspace and s.key = m.segment and s.deleted_at is null
      where m.workspace = $1 and m.profile_id = $2
      order by m.segment
      """;

  private static final String SIZES =
      "select segment, count(*) as size from membership where workspace = $1 group by segment";

  private static final String SIZE =
      "select count(*) as size from membership where workspace = $1 and segment = $2";

  private static final UUID LEAST = new UUID(0, 0);

  private final Pool pool;

  MemberReads(Pool pool) {
    this.pool = pool;
  }

  /** Members in order of id. */
  public Uni<List<Member>> page(
      String workspace, String segment, Optional<UUID> after, Optional<Integer> shard, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(tuple(workspace, segment, after.orElse(LEAST), shard.orElse(null), limit))
        .map(rows -> list(rows, MembershipTable::member));
  }

  public Uni<List<Member>> ofProfile(String workspace, UUID profileId) {
    return pool.preparedQuery(OF_PROFILE)
        .execute(tuple(workspace, profileId))
        .map(rows -> list(rows, MembershipTable::member));
  }

  /** From the index alone. */
  public Uni<Long> size(String workspace, String segment) {
    return pool.preparedQuery(SIZE)
        .execute(tuple(workspace, segment))
        .map(rows -> rows.iterator().next().getLong("size"));
  }

  public Uni<Map<String, Long>> sizes(String workspace) {
    return pool.preparedQuery(SIZES)
        .execute(tuple(workspace))
        .map(rows -> {
          var sizes = new HashMap<String, Long>();
          rows.forEach(row -> sizes.put(row.getString("segment"), row.getLong("size")));
          return sizes;
        });
  }
}
