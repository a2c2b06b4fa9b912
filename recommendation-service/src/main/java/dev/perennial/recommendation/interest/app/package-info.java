/** Who is told when a product gets cheaper or comes back. */
@NullMarked
package dev.perennial.recommendation.interest.app;

import org.jspecify.annotations.NullMarked;
