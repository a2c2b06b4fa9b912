package dev.perennial.exactlyonce;

import org.apache.kafka.common.TopicPartition;

/**
 * Where the owner of a partition stands.
 *
 * @param epoch one more with each claim
 * @param sequence the number of the last outbox slot
 */
record Position(TopicPartition partition, long epoch, long nextOffset, long sequence) {

  /** The position after a unit that ends before this offset. */
  Position advancedTo(long offset) {
    return new Position(partition, epoch, offset, sequence + 1);
  }
}
