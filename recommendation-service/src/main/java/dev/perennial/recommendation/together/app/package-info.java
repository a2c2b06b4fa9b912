/** One class a use case. */
@NullMarked
package dev.perennial.recommendation.together.app;

import org.jspecify.annotations.NullMarked;
