package dev.perennial.channel.message.store;

import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.contact.domain.Subscription;
import dev.perennial.channel.message.domain.Message;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.domain.Request;
import dev.perennial.channel.message.domain.Status;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Rows of the table of messages. */
final class MessageRows {

  private MessageRows() {}

  static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapper) {
    return StreamSupport.stream(rows.spliterator(), false).map(mapper).toList();
  }

  static MessageKey key(Row row) {
    return new MessageKey(row.getString("workspace"), row.getUUID("message_id"));
  }

  static Message message(Row row) {
    return new Message(
        request(row),
        Status.valueOf(row.getString("status")),
        row.getString("reason"),
        Optional.ofNullable(row.getOffsetDateTime("sent_at")).map(OffsetDateTime::toInstant));
  }

  static Request request(Row row) {
    return new Request(
        key(row),
        new ContactKey(row.getString("workspace"), row.getUUID("profile_id")),
        row.getLong("revision"),
        new Subscription(row.getString("channel"), row.getString("topic")),
        row.getString("template"),
        row.getOffsetDateTime("requested_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        new Request.Cause(
            row.getString("journey"),
            row.getInteger("journey_version"),
            row.getString("run_id"),
            row.getString("node")),
        row.getString("variables"),
        row.getInteger("hops"));
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
