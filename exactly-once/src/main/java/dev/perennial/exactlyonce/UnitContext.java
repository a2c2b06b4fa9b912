package dev.perennial.exactlyonce;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What a unit knows of itself inside its transaction.
 *
 * @param now the database's clock at the start of the transaction
 * @param sequences per partition of the unit, the number of its outbox slot: one more with each
 *     unit of that partition, in commit order, never used twice; rows that carry it can be followed
 *     by others without a gap
 */
public record UnitContext(Instant now, Map<TopicPartition, Long> sequences) {}
