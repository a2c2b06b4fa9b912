package dev.perennial.channel.message.store;

import dev.perennial.channel.message.domain.Message;
import dev.perennial.channel.message.domain.MessageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The table of messages: which have an outcome that is still to be told. */
@ApplicationScoped
public class OutcomeTable {

  /** A message and its shard. */
  public record Untold(Message message, int shard) {}

  private static final String UNTOLD =
      "select workspace, message_id from message where announce and shard = any($1) limit $2";

  private static final String TELL =
      """
      update message m set announce = false
      from unnest($1::text[], $2::uuid[]) as t(workspace, message_id)
      where m.workspace = t.workspace and m.message_id = t.message_id and m.announce
      returning m.*
      """;

  public Uni<List<MessageKey>> untold(SqlClient client, Set<Integer> shards, int limit) {
    return client
        .preparedQuery(UNTOLD)
        .execute(Tuple.of(shards.toArray(Integer[]::new), limit))
        .map(rows -> MessageRows.list(rows, MessageRows::key));
  }

  /** Marks them as told; those that another has told in the meantime are left out. */
  public Uni<List<Untold>> tell(SqlConnection tx, List<MessageKey> keys) {
    return tx.preparedQuery(TELL)
        .execute(Tuple.of(MessageTable.workspacesOf(keys), MessageTable.idsOf(keys)))
        .map(rows -> MessageRows.list(rows, OutcomeTable::untold));
  }

  private static Untold untold(Row row) {
    return new Untold(MessageRows.message(row), row.getInteger("shard"));
  }
}
