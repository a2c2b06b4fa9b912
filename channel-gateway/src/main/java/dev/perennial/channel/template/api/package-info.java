/** Templates over gRPC. */
@NullMarked
package dev.perennial.channel.template.api;

import org.jspecify.annotations.NullMarked;
