@NullMarked
package dev.perennial.evaluation.metrics;

import org.jspecify.annotations.NullMarked;
