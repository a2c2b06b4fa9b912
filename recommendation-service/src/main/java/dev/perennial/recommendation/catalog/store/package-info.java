/** The tables of the catalog; one class each. */
@NullMarked
package dev.perennial.recommendation.catalog.store;

import org.jspecify.annotations.NullMarked;
