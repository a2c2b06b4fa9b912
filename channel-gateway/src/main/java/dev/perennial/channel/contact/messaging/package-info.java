/** Activity of profiles from Kafka. */
@NullMarked
package dev.perennial.channel.contact.messaging;

import org.jspecify.annotations.NullMarked;
