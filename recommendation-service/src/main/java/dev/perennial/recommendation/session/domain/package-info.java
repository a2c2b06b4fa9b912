/** What a visitor will look at next, and what they looked at before. */
@NullMarked
package dev.perennial.recommendation.session.domain;

import org.jspecify.annotations.NullMarked;
