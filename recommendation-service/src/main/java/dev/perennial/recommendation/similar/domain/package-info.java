/** Products that are like one another, by what is done with them and by what they are. */
@NullMarked
package dev.perennial.recommendation.similar.domain;

import org.jspecify.annotations.NullMarked;
