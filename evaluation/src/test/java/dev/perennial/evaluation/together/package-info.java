@NullMarked
package dev.perennial.evaluation.together;

import org.jspecify.annotations.NullMarked;
