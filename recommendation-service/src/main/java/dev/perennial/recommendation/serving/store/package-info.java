/** The table of placements. */
@NullMarked
package dev.perennial.recommendation.serving.store;

import org.jspecify.annotations.NullMarked;
