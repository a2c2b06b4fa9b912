/** Real Postgres, Kafka and Redis for tests, each in a process of its own. */
@NullMarked
package dev.perennial.localstack;

import org.jspecify.annotations.NullMarked;
