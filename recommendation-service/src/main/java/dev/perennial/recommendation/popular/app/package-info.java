/** Offers what is in demand. */
@NullMarked
package dev.perennial.recommendation.popular.app;

import org.jspecify.annotations.NullMarked;
