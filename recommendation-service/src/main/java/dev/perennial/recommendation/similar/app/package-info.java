/**
 * Offers what is like, instead of, or along with a product, and keeps what it goes by up to date.
 */
@NullMarked
package dev.perennial.recommendation.similar.app;

import org.jspecify.annotations.NullMarked;
