/** Two services that break every rule, which proves that the rules can fail. */
@NullMarked
package dev.perennial.systemtests.canary;

import org.jspecify.annotations.NullMarked;
