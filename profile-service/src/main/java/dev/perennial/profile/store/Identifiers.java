package dev.perennial.profile.store;

import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.IdentityChanges.Merge;
import dev.perennial.profile.domain.Person;
import dev.perennial.profile.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which profile an identifier belongs to. */
@ApplicationScoped
public class Identifiers {

  private static final String FIND =
      """
      select k.workspace, k.type, k.value, i.profile_id, i.told
      from unnest($1::text[], $2::text[], $3::text[]) as k (workspace, type, value)
      cross join lateral (
        select profile_id, told from identifier i
        where i.workspace = k.workspace and i.type = k.type and i.value = k.value
        limit 1) i
      """;

  private static final String OWNED_BY =
      """
      select i.workspace, i.type, i.value, i.profile_id
      from unnest($1::text[], $2::uuid[]) as k (workspace, profile_id)
      cross join lateral (
        select * from identifier i where i.workspace = k.workspace and i.profile_id = k.profile_id
        offset 0) i
      """;

  private static final String INSERT =
      """
      insert into identifier (workspace, type, value, profile_id)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
        as n (workspace, type, value, profile_id)
      order by n.workspace, n.type, n.value
      on conflict do nothing
      """;

  private static final String MOVE =
      """
      update identifier i set profile_id = m.winner, told = false
      from unnest($1::text[], $2::uuid[], $3::uuid[]) as m (workspace, loser, winner)
      where i.workspace = m.workspace and i.profile_id = m.loser
      """;

  private static final String TELL =
      """
      update identifier i set told = true
      from unnest($1::text[], $2::text[], $3::text[]) as k (workspace, type, value)
      where i.workspace = k.workspace and i.type = k.type and i.value = k.value and not i.told
      returning i.workspace, i.type, i.value
      """;

  private static final String TELL_ALL =
      """
      update identifier set told = true where workspace = $1 and profile_id = $2 and not told
      returning workspace, type, value
      """;

  /** Whose an identifier is, and whether the profile's activity has told of it. */
  public record Owner(ProfileKey profile, boolean told) {}

  /** The owners of those that have one. */
  public Uni<Map<Identifier, Owner>> find(SqlClient client, Collection<Identifier> identifiers) {
    return client
        .preparedQuery(FIND)
        .execute(columns(identifiers).tuple())
        .map(rows -> {
          var owners = new HashMap<Identifier, Owner>();
          rows.forEach(row ->
              owners.put(identifier(row), new Owner(Rows.profile(row), row.getBoolean("told"))));
          return owners;
        });
  }

  /** All that these profiles are known by. */
  public Uni<Map<ProfileKey, Set<Identifier>>> ownedBy(
      SqlConnection tx, Collection<ProfileKey> profiles) {
    return tx.preparedQuery(OWNED_BY)
        .execute(Columns.of(profiles).text(ProfileKey::workspace).uuid(ProfileKey::id).tuple())
        .map(rows -> {
          var owned = new HashMap<ProfileKey, Set<Identifier>>();
          rows.forEach(row ->
              owned
                  .computeIfAbsent(Rows.profile(row), profile -> new HashSet<>())
                  .add(identifier(row)));
          return owned;
        });
  }

  /** Returns how many of them nobody else owned. */
  public Uni<Integer> insert(SqlConnection tx, Map<Identifier, Person> links) {
    var columns =
        Columns.of(links.entrySet())
            .text(link -> link.getKey().workspace())
            .text(link -> link.getKey().type())
            .text(link -> link.getKey().value())
            .uuid(link -> link.getValue().key().id());
    return tx.preparedQuery(INSERT).execute(columns.tuple()).map(rows -> rows.rowCount());
  }

  /** Gives the losers' identifiers to the winners, who have yet to tell of them. */
  public Uni<Void> move(SqlConnection tx, List<Merge> merges) {
    return tx.preparedQuery(MOVE).execute(PendingMerges.columns(merges).tuple()).replaceWithVoid();
  }

  /** Marks them as told; returns those that were not. Their profiles must be locked. */
  public Uni<Set<Identifier>> tell(SqlConnection tx, Collection<Identifier> identifiers) {
    if (identifiers.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return tx.preparedQuery(TELL)
        .execute(columns(identifiers).tuple())
        .map(rows -> Set.copyOf(Rows.map(rows, Identifiers::identifier)));
  }

  /** Marks all of a locked profile as told; returns those that were not. */
  public Uni<List<Identifier>> tellAll(SqlConnection tx, ProfileKey profile) {
    return tx.preparedQuery(TELL_ALL)
        .execute(Tuple.of(profile.workspace(), profile.id()))
        .map(rows -> Rows.map(rows, Identifiers::identifier));
  }

  private static Columns<Identifier> columns(Collection<Identifier> identifiers) {
    return Columns.of(identifiers)
        .text(Identifier::workspace)
        .text(Identifier::type)
        .text(Identifier::value);
  }

  private static Identifier identifier(Row row) {
    return new Identifier(
        row.getString("workspace"), row.getString("type"), row.getString("value"));
  }
}
