/** Tests of the service as a whole. */
@NullMarked
package dev.perennial.journey;

import org.jspecify.annotations.NullMarked;
