/** Products that are bought together. */
@NullMarked
package dev.perennial.recommendation.together.app;

import org.jspecify.annotations.NullMarked;
