/** The Segment HTTP API. */
@NullMarked
package dev.perennial.gateway.ingest.api;

import org.jspecify.annotations.NullMarked;
