/** Kafka in and out: decodes, calls app, encodes. */
@NullMarked
package dev.perennial.journey.messaging;

import org.jspecify.annotations.NullMarked;
