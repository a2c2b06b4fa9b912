/** Products that are bought together. */
@NullMarked
package dev.perennial.recommendation.together.domain;

import org.jspecify.annotations.NullMarked;
