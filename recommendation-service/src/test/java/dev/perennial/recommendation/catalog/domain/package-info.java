@NullMarked
package dev.perennial.recommendation.catalog.domain;

import org.jspecify.annotations.NullMarked;
