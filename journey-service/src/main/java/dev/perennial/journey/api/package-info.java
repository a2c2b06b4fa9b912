/** gRPC: decodes, calls app, encodes. */
@NullMarked
package dev.perennial.journey.api;

import org.jspecify.annotations.NullMarked;
