/** Requests from Kafka, outcomes to Kafka. */
@NullMarked
package dev.perennial.channel.message.messaging;

import org.jspecify.annotations.NullMarked;
