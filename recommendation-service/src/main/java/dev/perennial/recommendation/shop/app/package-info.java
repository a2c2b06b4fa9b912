/** Keeps what is in memory up to date with what is in the database. */
@NullMarked
package dev.perennial.recommendation.shop.app;

import org.jspecify.annotations.NullMarked;
