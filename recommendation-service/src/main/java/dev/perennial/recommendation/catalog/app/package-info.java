/** What is done with what the shop tells of its products. */
@NullMarked
package dev.perennial.recommendation.catalog.app;

import org.jspecify.annotations.NullMarked;
