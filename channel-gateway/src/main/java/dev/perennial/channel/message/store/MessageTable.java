package dev.perennial.channel.message.store;

import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.domain.Request;
import dev.perennial.contracts.Shards;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table of messages: how they come in, and what ends with a profile. */
@ApplicationScoped
public class MessageTable {

  private static final String INSERT =
      """
      insert into message (workspace, message_id, shard, profile_id, revision, channel, topic, template,
        requested_at, expires_at, journey, journey_version, run_id, node, variables, hops)
      select * from unnest($1::text[], $2::uuid[], $3::int[], $4::uuid[], $5::bigint[], $6::text[], $7::text[],
        $8::text[], $9::timestamptz[], $10::timestamptz[], $11::text[], $12::int[], $13::text[], $14::text[],
        $15::text[], $16::int[])
      on conflict (workspace, message_id) do nothing
      """;

  private static final String REFUSE_OF =
      """
      update message set status = 'REFUSED', reason = $3, variables = ''
      where status = 'QUEUED'
      and (workspace, profile_id) in (select * from unnest($1::text[], $2::uuid[]))
      """;

  private static final String FORGET =
      """
      update message set variables = ''
      where variables <> ''
      and (workspace, profile_id) in (select * from unnest($1::text[], $2::uuid[]))
      """;

  private final Shards shards;

  MessageTable(@ConfigProperty(name = "perennial.shards") int shards) {
    this.shards = new Shards(shards);
  }

  /** Queues messages; one whose id is there already stays as it is. */
  public Uni<Void> insert(SqlConnection tx, List<Request> requests) {
    if (requests.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var columns = new Columns(requests);
    return tx.preparedQuery(INSERT)
        .execute(
            Tuple.from(
                List.of(
                    columns.texts(r -> r.key().workspace()),
                    columns.uuids(r -> r.key().messageId()),
                    columns.ints(r -> shards.of(r.to().profileId().toString())),
                    columns.uuids(r -> r.to().profileId()),
                    requests.stream().map(Request::revision).toArray(Long[]::new),
                    columns.texts(r -> r.wanted().channel()),
                    columns.texts(r -> r.wanted().topic()),
                    columns.texts(Request::template),
                    columns.instants(r -> MessageRows.utc(r.requestedAt())),
                    columns.instants(r -> MessageRows.utc(r.expiresAt())),
                    columns.texts(r -> r.cause().journey()),
                    columns.ints(r -> r.cause().journeyVersion()),
                    columns.texts(r -> r.cause().runId()),
                    columns.texts(r -> r.cause().node()),
                    columns.texts(Request::variables),
                    columns.ints(Request::hops))))
        .replaceWithVoid();
  }

  /** Refuses what is queued for profiles that have ended. */
  public Uni<Void> refuseOf(SqlConnection tx, Collection<ContactKey> ended, String reason) {
    if (ended.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(REFUSE_OF)
        .execute(Tuple.of(workspaces(ended), profiles(ended), reason))
        .replaceWithVoid();
  }

  /** Deletes what messages hold of people. */
  public Uni<Void> forget(SqlConnection tx, Collection<ContactKey> erased) {
    if (erased.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(FORGET)
        .execute(Tuple.of(workspaces(erased), profiles(erased)))
        .replaceWithVoid();
  }

  static String[] workspacesOf(Collection<MessageKey> keys) {
    return keys.stream().map(MessageKey::workspace).toArray(String[]::new);
  }

  static UUID[] idsOf(Collection<MessageKey> keys) {
    return keys.stream().map(MessageKey::messageId).toArray(UUID[]::new);
  }

  private static String[] workspaces(Collection<ContactKey> keys) {
    return keys.stream().map(ContactKey::workspace).toArray(String[]::new);
  }

  private static UUID[] profiles(Collection<ContactKey> keys) {
    return keys.stream().map(ContactKey::profileId).toArray(UUID[]::new);
  }

  /** Turns rows into arrays, one a column. */
  private record Columns(List<Request> requests) {

    String[] texts(Function<Request, String> column) {
      return requests.stream().map(column).toArray(String[]::new);
    }

    UUID[] uuids(Function<Request, UUID> column) {
      return requests.stream().map(column).toArray(UUID[]::new);
    }

    Integer[] ints(Function<Request, Integer> column) {
      return requests.stream().map(column).toArray(Integer[]::new);
    }

    OffsetDateTime[] instants(Function<Request, OffsetDateTime> column) {
      return requests.stream().map(column).toArray(OffsetDateTime[]::new);
    }
  }
}
