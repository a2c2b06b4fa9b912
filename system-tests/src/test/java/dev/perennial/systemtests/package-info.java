/** Packaged services together, and the rules of the architecture. */
@NullMarked
package dev.perennial.systemtests;

import org.jspecify.annotations.NullMarked;
