/** Interest in products, and news of them. */
@NullMarked
package dev.perennial.recommendation.interest.domain;

import org.jspecify.annotations.NullMarked;
