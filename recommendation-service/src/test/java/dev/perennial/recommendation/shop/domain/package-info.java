/** All that is known of one workspace. */
@NullMarked
package dev.perennial.recommendation.shop.domain;

import org.jspecify.annotations.NullMarked;
