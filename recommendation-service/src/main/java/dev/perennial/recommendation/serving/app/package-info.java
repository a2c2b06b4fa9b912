/** One class a use case. */
@NullMarked
package dev.perennial.recommendation.serving.app;

import org.jspecify.annotations.NullMarked;
