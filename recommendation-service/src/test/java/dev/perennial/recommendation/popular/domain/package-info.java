@NullMarked
package dev.perennial.recommendation.popular.domain;

import org.jspecify.annotations.NullMarked;
