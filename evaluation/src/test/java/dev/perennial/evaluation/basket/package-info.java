@NullMarked
package dev.perennial.evaluation.basket;

import org.jspecify.annotations.NullMarked;
