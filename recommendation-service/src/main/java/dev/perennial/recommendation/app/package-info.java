/** One class a use case. */
@NullMarked
package dev.perennial.recommendation.app;

import org.jspecify.annotations.NullMarked;
