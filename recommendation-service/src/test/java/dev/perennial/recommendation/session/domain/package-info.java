@NullMarked
package dev.perennial.recommendation.session.domain;

import org.jspecify.annotations.NullMarked;
