@NullMarked
package dev.perennial.recommendation.domain;

import org.jspecify.annotations.NullMarked;
