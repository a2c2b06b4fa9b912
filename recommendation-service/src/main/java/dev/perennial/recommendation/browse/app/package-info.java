/** Records what profiles look at, and brings it into memory. */
@NullMarked
package dev.perennial.recommendation.browse.app;

import org.jspecify.annotations.NullMarked;
