@NullMarked
package dev.perennial.recommendation.attribution.domain;

import org.jspecify.annotations.NullMarked;
