/** Accounts over gRPC. */
@NullMarked
package dev.perennial.channel.account.api;

import org.jspecify.annotations.NullMarked;
