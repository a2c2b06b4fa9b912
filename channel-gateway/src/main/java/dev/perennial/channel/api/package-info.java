/** What all gRPC services share: how errors are told. */
@NullMarked
package dev.perennial.channel.api;

import org.jspecify.annotations.NullMarked;
