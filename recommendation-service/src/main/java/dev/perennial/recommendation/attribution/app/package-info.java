/** Records what became of what was shown, and reports it. */
@NullMarked
package dev.perennial.recommendation.attribution.app;

import org.jspecify.annotations.NullMarked;
