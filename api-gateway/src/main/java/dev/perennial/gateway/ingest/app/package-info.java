/** Taking events in. */
@NullMarked
package dev.perennial.gateway.ingest.app;

import org.jspecify.annotations.NullMarked;
