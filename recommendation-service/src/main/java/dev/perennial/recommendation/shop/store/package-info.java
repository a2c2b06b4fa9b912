/** How the changes of a table are followed. */
@NullMarked
package dev.perennial.recommendation.shop.store;

import org.jspecify.annotations.NullMarked;
