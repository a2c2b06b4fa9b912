@NullMarked
package dev.perennial.recommendation.browse.domain;

import org.jspecify.annotations.NullMarked;
