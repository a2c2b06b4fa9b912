package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Deduplication for streams without revisions, by the origin that exactly-once gives each record it
 * publishes: source incarnation, source partition, number of the outbox slot, index in the slot. An
 * owner that starts again publishes its last slot once more; those records come with an origin that
 * was seen.
 */
public interface OriginGate {

  /**
   * Those records, in order, that were not seen before. A record without an origin, which some
   * other producer made, is always among them.
   */
  Uni<List<ConsumerRecord<String, byte[]>>> admit(
      SqlConnection tx, List<ConsumerRecord<String, byte[]>> records);
}
