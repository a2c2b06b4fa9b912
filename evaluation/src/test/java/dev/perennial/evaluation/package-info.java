@NullMarked
package dev.perennial.evaluation;

import org.jspecify.annotations.NullMarked;
