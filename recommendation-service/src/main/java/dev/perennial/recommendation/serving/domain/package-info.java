/** From what is asked to what is shown: strategies, rules, the choice of the best, and why. */
@NullMarked
package dev.perennial.recommendation.serving.domain;

import org.jspecify.annotations.NullMarked;
