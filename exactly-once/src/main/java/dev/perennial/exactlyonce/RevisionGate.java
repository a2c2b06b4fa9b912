package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * Order, deduplication and proof of loss for streams whose records carry a dense revision per
 * profile: drops what was seen, and holds a record back, as a row, until all before it have come.
 */
public interface RevisionGate {

  /**
   * A record of such a stream.
   *
   * @param payload kept as it is while the record is held back
   */
  record Revised(
      TopicPartition source, String workspace, UUID profileId, long revision, byte[] payload) {}

  /**
   * What is to be processed now: of those given and those held back, each profile's next revisions
   * without a gap, in order. Two set-based statements, within the transaction.
   */
  Uni<List<Revised>> admit(SqlConnection tx, List<Revised> records);
}
