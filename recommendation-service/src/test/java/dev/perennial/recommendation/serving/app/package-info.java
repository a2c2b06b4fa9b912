/** What is answered at the start. */
@NullMarked
package dev.perennial.recommendation.serving.app;

import org.jspecify.annotations.NullMarked;
