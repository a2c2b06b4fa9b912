/** The tables; one class each. */
@NullMarked
package dev.perennial.recommendation.store;

import org.jspecify.annotations.NullMarked;
