/** Crashes exactly-once at every step, against real Postgres and Kafka. */
@NullMarked
package dev.perennial.exactlyonce;

import org.jspecify.annotations.NullMarked;
