/** Who is in which segment, exact to the second. */
@NullMarked
package dev.perennial.segment;

import org.jspecify.annotations.NullMarked;
