/** What is left of orders. */
@NullMarked
package dev.perennial.recommendation.order.domain;

import org.jspecify.annotations.NullMarked;
