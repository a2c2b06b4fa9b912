/** Records on their way to Kafka, of whatever feature. */
@NullMarked
package dev.perennial.gateway.messaging;

import org.jspecify.annotations.NullMarked;
