/** Messages over gRPC. */
@NullMarked
package dev.perennial.channel.message.api;

import org.jspecify.annotations.NullMarked;
