/** Offers what is like, instead of, or along with a product. */
@NullMarked
package dev.perennial.recommendation.similar.app;

import org.jspecify.annotations.NullMarked;
