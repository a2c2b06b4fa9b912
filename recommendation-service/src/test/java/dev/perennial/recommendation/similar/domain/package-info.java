@NullMarked
package dev.perennial.recommendation.similar.domain;

import org.jspecify.annotations.NullMarked;
