/** Section A: what is frequently bought together, on the orders of a shop. */
@NullMarked
package dev.perennial.evaluation.together;

import org.jspecify.annotations.NullMarked;
