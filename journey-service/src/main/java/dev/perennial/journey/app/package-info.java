/** One class a use case. */
@NullMarked
package dev.perennial.journey.app;

import org.jspecify.annotations.NullMarked;
