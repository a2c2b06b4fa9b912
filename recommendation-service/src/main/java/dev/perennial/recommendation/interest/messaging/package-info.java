/** News of products, on their way to those who want to know. */
@NullMarked
package dev.perennial.recommendation.interest.messaging;

import org.jspecify.annotations.NullMarked;
