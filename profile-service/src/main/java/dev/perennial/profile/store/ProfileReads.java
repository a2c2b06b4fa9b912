package dev.perennial.profile.store;

import dev.perennial.profile.domain.Consent;
import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.domain.ProfileView;
import dev.perennial.profile.domain.Seen;
import dev.perennial.profile.domain.Spending;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Profiles as they are read, each in one consistent view. */
@ApplicationScoped
public class ProfileReads {

  private static final String BY_ID =
      """
      select c.workspace, c.profile_id, c.revision
      from profile p
      join profile c on c.workspace = p.workspace and c.profile_id = coalesce(p.merged_into, p.profile_id)
      where p.workspace = $1 and p.profile_id = $2
      """;

  private static final String BY_IDENTIFIER =
      """
      select p.workspace, p.profile_id, p.revision
      from identifier i
      join profile p on p.workspace = i.workspace and p.profile_id = i.profile_id
      where i.workspace = $1 and i.type = $2 and i.value = $3
      """;

  private static final String VIEWS =
      """
      select k.profile_id as asked, p.*, i.*, c.*
      from (select distinct profile_id from unnest($2::uuid[]) as u (profile_id)) k
      cross join lateral (
        select c.workspace, c.profile_id, c.revision, c.traits, c.first_seen_at, c.last_seen_at,
          c.orders, c.net_value_micros
        from profile p
        join profile c
          on c.workspace = p.workspace and c.profile_id = coalesce(p.merged_into, p.profile_id)
        where p.workspace = $1 and p.profile_id = k.profile_id
        limit 1) p
      cross join lateral (
        select array_agg(i.type order by i.type, i.value) as types,
          array_agg(i.value order by i.type, i.value) as values
        from identifier i where i.workspace = $1 and i.profile_id = p.profile_id) i
      cross join lateral (
        select array_agg(c.channel order by c.channel, c.topic) as channels,
          array_agg(c.topic order by c.channel, c.topic) as topics,
          array_agg(c.subscribed order by c.channel, c.topic) as subscribed,
          array_agg(c.source order by c.channel, c.topic) as sources,
          array_agg(c.since order by c.channel, c.topic) as since
        from consent c where c.workspace = $1 and c.profile_id = p.profile_id) c
      """;

  private final Pool pool;

  public ProfileReads(Pool pool) {
    this.pool = pool;
  }

  /** Where a profile stands. */
  public record Version(ProfileKey key, long revision) {}

  /** The canonical profile of an id. */
  public Uni<Optional<Version>> byId(ProfileKey key) {
    return pool.preparedQuery(BY_ID)
        .execute(Tuple.of(key.workspace(), key.id()))
        .map(ProfileReads::version);
  }

  public Uni<Optional<Version>> byIdentifier(Identifier identifier) {
    return pool.preparedQuery(BY_IDENTIFIER)
        .execute(Tuple.of(identifier.workspace(), identifier.type(), identifier.value()))
        .map(ProfileReads::version);
  }

  /** The canonical profiles of these ids, those that exist. */
  public Uni<List<ProfileView>> views(String workspace, Collection<UUID> ids) {
    return pool.preparedQuery(VIEWS)
        .execute(Tuple.tuple().addString(workspace).addValue(ids.toArray(UUID[]::new)))
        .map(rows -> Rows.map(rows, ProfileReads::view));
  }

  private static Optional<Version> version(RowSet<Row> rows) {
    return Rows.map(rows, row -> new Version(Rows.profile(row), row.getLong("revision"))).stream()
        .findFirst();
  }

  private static ProfileView view(Row row) {
    return new ProfileView(
        Rows.profile(row),
        row.getUUID("asked"),
        row.getLong("revision"),
        row.getString("traits"),
        identifiers(row),
        consents(row),
        new Seen(Rows.instantOrNull(row, "first_seen_at"), Rows.instantOrNull(row, "last_seen_at")),
        new Spending(row.getLong("orders"), row.getLong("net_value_micros")));
  }

  private static List<Identifier> identifiers(Row row) {
    var types = row.getArrayOfStrings("types");
    if (types == null) {
      return List.of();
    }
    var values = row.getArrayOfStrings("values");
    var workspace = row.getString("workspace");
    return IntStream.range(0, types.length)
        .mapToObj(i -> new Identifier(workspace, types[i], values[i]))
        .toList();
  }

  private static List<Consent> consents(Row row) {
    var channels = row.getArrayOfStrings("channels");
    if (channels == null) {
      return List.of();
    }
    var topics = row.getArrayOfStrings("topics");
    var subscribed = row.getArrayOfBooleans("subscribed");
    var sources = row.getArrayOfStrings("sources");
    var since = Arrays.asList(row.getArrayOfOffsetDateTimes("since"));
    return IntStream.range(0, channels.length)
        .mapToObj(i ->
            new Consent(
                new Consent.Subject(channels[i], topics[i]),
                subscribed[i],
                since.get(i).toInstant(),
                sources[i]))
        .toList();
  }
}
