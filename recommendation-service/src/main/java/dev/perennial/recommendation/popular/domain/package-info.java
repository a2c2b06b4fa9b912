/** What is in demand with all: best sellers. */
@NullMarked
package dev.perennial.recommendation.popular.domain;

import org.jspecify.annotations.NullMarked;
