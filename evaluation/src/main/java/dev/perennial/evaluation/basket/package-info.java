/** Section B: what a person's next order holds. */
@NullMarked
package dev.perennial.evaluation.basket;

import org.jspecify.annotations.NullMarked;
