/** Which events are taken, which are refused and why; pure. */
@NullMarked
package dev.perennial.gateway.ingest.domain;

import org.jspecify.annotations.NullMarked;
