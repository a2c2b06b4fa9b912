/** One class a use case. */
@NullMarked
package dev.perennial.segment.app;

import org.jspecify.annotations.NullMarked;
