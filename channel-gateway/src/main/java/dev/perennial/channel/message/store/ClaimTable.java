package dev.perennial.channel.message.store;

import dev.perennial.channel.message.domain.Attempt;
import dev.perennial.channel.message.domain.Decision;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.domain.Request;
import dev.perennial.channel.message.domain.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The table of messages: how they are claimed, and what attempts come to. */
@ApplicationScoped
public class ClaimTable {

  /** A message that waits, with the database's time. */
  public record Due(Request request, int attempts, Instant now) {}

  /**
   * What a claim comes to.
   *
   * @param rest how long the message rests if it stays queued
   */
  public record Decided(MessageKey key, Decision decision, Duration rest) {}

  // Messages that another sender looks at are left to it.
  private static final String LOCK_DUE =
      """
      select *, now() as db_now from message
      where status = 'QUEUED' and due_at <= now()
      order by due_at limit $1
      for update skip locked
      """;

  private static final String DECIDE =
      """
      update message m set status = d.status, reason = d.reason,
        attempts = m.attempts + (d.status = 'QUEUED')::int, due_at = now() + d.rest_ms * interval '1 ms',
        claimed_by = $6, claimed_at = now(), handed_over = false
      from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bigint[])
        as d(workspace, message_id, status, reason, rest_ms)
      where m.workspace = d.workspace and m.message_id = d.message_id
      """;

  private static final String HAND_OVER =
      """
      update message m set handed_over = true
      from unnest($1::text[], $2::uuid[]) as h(workspace, message_id)
      where m.workspace = h.workspace and m.message_id = h.message_id
      and m.claimed_by = $3 and m.status = 'SENDING' and not m.handed_over
      returning m.workspace, m.message_id
      """;

  // A result may come late, after others took its sender for dead: it is still the truth.
  private static final String RECORD =
      """
      update message m set status = a.status, reason = a.reason, announce = a.announce,
        sent_at = case when a.status = 'SENT' then now() end,
        attempts = m.attempts + 1, due_at = now() + a.rest_ms * interval '1 ms'
      from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::boolean[])
        as a(workspace, message_id, status, reason, rest_ms, announce)
      where m.workspace = a.workspace and m.message_id = a.message_id
      and m.claimed_by = $7 and m.status in ('SENDING', 'UNKNOWN')
      """;

  // What was not handed over was certainly not sent.
  private static final String END_CLAIMS =
      """
      update message set claimed_by = null,
        status = case when handed_over then $2 else 'QUEUED' end,
        reason = case when handed_over then 'the sender died before it could say' else '' end
      where status = 'SENDING' and claimed_at < now() - $1::bigint * interval '1 ms'
      """;

  /** The messages that are due, locked until the transaction ends. */
  public Uni<List<Due>> lockDue(SqlConnection tx, int limit) {
    return tx.preparedQuery(LOCK_DUE)
        .execute(Tuple.of(limit))
        .map(rows -> MessageRows.list(rows, ClaimTable::due));
  }

  /** Notes what policy said; what may go is claimed. */
  public Uni<Void> decide(SqlConnection tx, UUID claimant, List<Decided> decided) {
    var keys = decided.stream().map(Decided::key).toList();
    return tx.preparedQuery(DECIDE)
        .execute(
            Tuple.of(
                MessageTable.workspacesOf(keys),
                MessageTable.idsOf(keys),
                decided.stream().map(d -> status(d.decision()).name()).toArray(String[]::new),
                decided.stream().map(d -> reason(d.decision())).toArray(String[]::new),
                decided.stream().map(d -> d.rest().toMillis()).toArray(Long[]::new),
                claimant))
        .replaceWithVoid();
  }

  /** Notes what attempts came to, each under the claim that it was made with. */
  public Uni<Void> record(SqlClient client, UUID claimant, List<Attempt> attempts) {
    var keys = attempts.stream().map(attempt -> attempt.claim().request().key()).toList();
    return client
        .preparedQuery(RECORD)
        .execute(
            Tuple.from(
                List.of(
                    MessageTable.workspacesOf(keys),
                    MessageTable.idsOf(keys),
                    attempts.stream().map(a -> a.result().status().name()).toArray(String[]::new),
                    attempts.stream().map(a -> a.result().reason()).toArray(String[]::new),
                    attempts.stream().map(a -> a.rest().toMillis()).toArray(Long[]::new),
                    attempts.stream().map(a -> a.result().isOutcome()).toArray(Boolean[]::new),
                    claimant)))
        .replaceWithVoid();
  }

  /**
   * Notes that messages are about to be handed over, which must be committed before they are.
   *
   * @return those whose claim still holds; the others must not be sent
   */
  public Uni<Set<MessageKey>> handOver(SqlClient client, UUID claimant, List<MessageKey> keys) {
    return client
        .preparedQuery(HAND_OVER)
        .execute(Tuple.of(MessageTable.workspacesOf(keys), MessageTable.idsOf(keys), claimant))
        .map(rows -> Set.copyOf(MessageRows.list(rows, MessageRows::key)));
  }

  /**
   * Ends the claims that have no result for too long.
   *
   * @param handedOver what becomes of messages that may have been sent; the others are queued again
   * @return how many there were
   */
  public Uni<Integer> endClaims(SqlClient client, Duration after, Status handedOver) {
    return client
        .preparedQuery(END_CLAIMS)
        .execute(Tuple.of(after.toMillis(), handedOver.name()))
        .map(rows -> rows.rowCount());
  }

  private static Due due(Row row) {
    return new Due(
        MessageRows.request(row),
        row.getInteger("attempts"),
        row.getOffsetDateTime("db_now").toInstant());
  }

  private static Status status(Decision decision) {
    return switch (decision) {
      case Decision.Send _ -> Status.SENDING;
      case Decision.Refuse _ -> Status.REFUSED;
      case Decision.Wait _ -> Status.QUEUED;
    };
  }

  private static String reason(Decision decision) {
    return switch (decision) {
      case Decision.Send _ -> "";
      case Decision.Refuse(var reason) -> reason;
      case Decision.Wait(var reason) -> reason;
    };
  }
}
