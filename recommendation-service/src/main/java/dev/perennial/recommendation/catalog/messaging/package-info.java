/** What the shop tells of its products. */
@NullMarked
package dev.perennial.recommendation.catalog.messaging;

import org.jspecify.annotations.NullMarked;
