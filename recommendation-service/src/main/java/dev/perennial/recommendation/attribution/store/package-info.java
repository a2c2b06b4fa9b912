/** The tables of clicks and of counts. */
@NullMarked
package dev.perennial.recommendation.attribution.store;

import org.jspecify.annotations.NullMarked;
