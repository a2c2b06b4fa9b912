/** Records what profiles buy and give back. */
@NullMarked
package dev.perennial.recommendation.order.app;

import org.jspecify.annotations.NullMarked;
