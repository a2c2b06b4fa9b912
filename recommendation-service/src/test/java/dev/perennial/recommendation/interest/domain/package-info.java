@NullMarked
package dev.perennial.recommendation.interest.domain;

import org.jspecify.annotations.NullMarked;
