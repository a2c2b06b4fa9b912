/** Rules and ranking. */
@NullMarked
package dev.perennial.recommendation.serving.domain;

import org.jspecify.annotations.NullMarked;
