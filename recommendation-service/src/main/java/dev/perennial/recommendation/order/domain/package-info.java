/** What profiles buy and give back, and what is left of it. */
@NullMarked
package dev.perennial.recommendation.order.domain;

import org.jspecify.annotations.NullMarked;
