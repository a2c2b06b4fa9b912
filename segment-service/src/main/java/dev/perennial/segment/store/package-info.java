/** Postgres: definitions, what is known of each profile, and who is in which segment. */
@NullMarked
package dev.perennial.segment.store;

import org.jspecify.annotations.NullMarked;
