/** Consume a Kafka batch, change Postgres, publish what follows, each exactly once. */
@NullMarked
package dev.perennial.exactlyonce;

import org.jspecify.annotations.NullMarked;
