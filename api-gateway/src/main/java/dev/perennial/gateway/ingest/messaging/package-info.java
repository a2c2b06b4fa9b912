/** Accepted events on their way to Kafka. */
@NullMarked
package dev.perennial.gateway.ingest.messaging;

import org.jspecify.annotations.NullMarked;
