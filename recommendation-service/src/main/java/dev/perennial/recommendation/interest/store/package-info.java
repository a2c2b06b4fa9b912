/** The tables of interest and of news; one class each. */
@NullMarked
package dev.perennial.recommendation.interest.store;

import org.jspecify.annotations.NullMarked;
