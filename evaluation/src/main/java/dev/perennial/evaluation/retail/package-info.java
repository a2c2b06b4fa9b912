/** The orders of a shop, as published files hold them. */
@NullMarked
package dev.perennial.evaluation.retail;

import org.jspecify.annotations.NullMarked;
