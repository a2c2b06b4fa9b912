/** Load generators; each prints ratios against a stated ceiling, measured in the same run. */
@NullMarked
package dev.perennial.benchmarks;

import org.jspecify.annotations.NullMarked;
