/** Accepting, claiming, composing, sending and recording messages. */
@NullMarked
package dev.perennial.channel.message.app;

import org.jspecify.annotations.NullMarked;
