/** The table of trails. */
@NullMarked
package dev.perennial.recommendation.browse.store;

import org.jspecify.annotations.NullMarked;
