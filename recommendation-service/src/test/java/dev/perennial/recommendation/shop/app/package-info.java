/** How what is in memory is kept up to date. */
@NullMarked
package dev.perennial.recommendation.shop.app;

import org.jspecify.annotations.NullMarked;
