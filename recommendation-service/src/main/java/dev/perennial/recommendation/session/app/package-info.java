/** The strategies of this feature, as they are set. */
@NullMarked
package dev.perennial.recommendation.session.app;

import org.jspecify.annotations.NullMarked;
