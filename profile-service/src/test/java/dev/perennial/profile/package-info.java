/** The service over real Postgres, Kafka and Redis. */
@NullMarked
package dev.perennial.profile;

import org.jspecify.annotations.NullMarked;
