/** Journeys and runs as data and pure functions; all that is interesting happens here. */
@NullMarked
package dev.perennial.journey.domain;

import org.jspecify.annotations.NullMarked;
