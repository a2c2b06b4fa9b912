@NullMarked
package dev.perennial.evaluation.retail;

import org.jspecify.annotations.NullMarked;
