/** What profiles bought, what of it they kept, and what goes together. */
@NullMarked
package dev.perennial.recommendation.domain;

import org.jspecify.annotations.NullMarked;
