/** What became of what was shown: clicks, purchases, and rates with their intervals. */
@NullMarked
package dev.perennial.recommendation.attribution.domain;

import org.jspecify.annotations.NullMarked;
