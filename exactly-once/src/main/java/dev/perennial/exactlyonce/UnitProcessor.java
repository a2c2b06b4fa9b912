package dev.perennial.exactlyonce;

import dev.perennial.exactlyonce.RevisionGate.Revised;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a service does with a unit: a bounded piece of a poll, in order per partition.
 *
 * <p>A failure for the data's sake ({@link PoisonException}, a data or constraint error of
 * Postgres, any unchecked exception) makes the unit run again in halves until the one record is
 * found and set aside. A fault of the environment (connection lost, serialization failure, a remote
 * service away) makes it run again whole, for ever, with backoff.
 *
 * @param <P> what is prepared outside the transaction for use inside it
 */
public interface UnitProcessor<P> {

  /**
   * Decodes, and does what must not happen inside the transaction, such as remote calls. May run
   * several times for the same records, and what it prepared may never be applied.
   */
  Uni<P> prepare(List<ConsumerRecord<String, byte[]>> records);

  /**
   * Changes the database within the transaction, with one set-based statement per table, and
   * returns what to publish. Neither begins nor ends a transaction. Holds no state that survives
   * it, as the transaction may roll back.
   */
  Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, P prepared);

  /**
   * Whose revision a record is, for a topic behind a {@link RevisionGate}, so that a person can
   * give up one that cannot be processed; empty for other topics.
   *
   * @throws RuntimeException when the record does not say
   */
  default Optional<Revised> revised(ConsumerRecord<String, byte[]> consumed) {
    return Optional.empty();
  }
}
