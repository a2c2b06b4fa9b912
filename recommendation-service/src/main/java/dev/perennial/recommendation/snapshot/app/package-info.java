/** Keeps on disk what is in memory, so that a start is short. */
@NullMarked
package dev.perennial.recommendation.snapshot.app;

import org.jspecify.annotations.NullMarked;
