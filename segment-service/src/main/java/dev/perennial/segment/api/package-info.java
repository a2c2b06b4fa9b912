/** Segments over gRPC. */
@NullMarked
package dev.perennial.segment.api;

import org.jspecify.annotations.NullMarked;
