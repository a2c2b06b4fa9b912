package dev.perennial.channel.message.store;

import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.message.domain.Message;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.domain.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads of the table of messages. */
@ApplicationScoped
public class MessageReads {

  /** What waits, and for how long the longest. */
  public record Queue(long depth, Duration age) {}

  private static final int MOST = 500;

  private static final String FIND =
      "select * from message where workspace = $1 and message_id = $2";

  private static final String LIST =
      """
      select * from message where workspace = $1 and profile_id = $2
      order by requested_at desc, message_id limit $3
      """;

  private static final String COUNT =
      """
      select status, count(*) as messages from message
      where workspace = $1 and ($2 = '' or journey = $2) group by status
      """;

  private static final String QUEUE =
      """
      select count(*) as depth,
        coalesce(extract(epoch from now() - min(requested_at)) * 1000, 0)::bigint as age_ms
      from message where status = 'QUEUED'
      """;

  private final Pool pool;

  MessageReads(Pool pool) {
    this.pool = pool;
  }

  public Uni<Optional<Message>> find(MessageKey key) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(key.workspace(), key.messageId()))
        .map(rows -> MessageRows.list(rows, MessageRows::message).stream().findFirst());
  }

  /** Newest first, at most 500. */
  public Uni<List<Message>> list(ContactKey of) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(of.workspace(), of.profileId(), MOST))
        .map(rows -> MessageRows.list(rows, MessageRows::message));
  }

  /**
   * How many messages stand where.
   *
   * @param journey empty for all
   */
  public Uni<Map<Status, Long>> count(String workspace, String journey) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(workspace, journey))
        .map(rows ->
            MessageRows.list(rows, row -> row).stream()
                .collect(
                    Collectors.toMap(
                        row -> Status.valueOf(row.getString("status")),
                        row -> row.getLong("messages"))));
  }

  public Uni<Queue> queue() {
    return pool.query(QUEUE)
        .execute()
        .map(rows -> rows.iterator().next())
        .map(row -> new Queue(row.getLong("depth"), Duration.ofMillis(row.getLong("age_ms"))));
  }
}
