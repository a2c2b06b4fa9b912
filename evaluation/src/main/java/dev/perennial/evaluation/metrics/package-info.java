/** How good a ranking is, as the sections measure it. */
@NullMarked
package dev.perennial.evaluation.metrics;

import org.jspecify.annotations.NullMarked;
