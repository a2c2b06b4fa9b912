@NullMarked
package dev.perennial.recommendation.person.domain;

import org.jspecify.annotations.NullMarked;
