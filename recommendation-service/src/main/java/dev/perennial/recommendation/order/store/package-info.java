/** The tables of orders, refunds and the names that orders give products. */
@NullMarked
package dev.perennial.recommendation.order.store;

import org.jspecify.annotations.NullMarked;
