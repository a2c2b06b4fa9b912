package dev.perennial.profile.app;

import dev.perennial.profile.domain.CustomerEvent;
import org.apache.kafka.common.TopicPartition;

/**
 * An event on its way in.
 *
 * @param source the partition that brought it
 */
public record Incoming(TopicPartition source, CustomerEvent event) {}
