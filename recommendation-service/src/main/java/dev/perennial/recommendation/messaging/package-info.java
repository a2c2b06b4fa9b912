/** The stream of activities that baskets are made of. */
@NullMarked
package dev.perennial.recommendation.messaging;

import org.jspecify.annotations.NullMarked;
