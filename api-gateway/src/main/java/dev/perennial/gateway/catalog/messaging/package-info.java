/** Products on their way to Kafka. */
@NullMarked
package dev.perennial.gateway.catalog.messaging;

import org.jspecify.annotations.NullMarked;
