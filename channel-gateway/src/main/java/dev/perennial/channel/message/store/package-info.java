/** Messages in Postgres. */
@NullMarked
package dev.perennial.channel.message.store;

import org.jspecify.annotations.NullMarked;
