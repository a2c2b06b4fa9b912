@NullMarked
package dev.perennial.recommendation;

import org.jspecify.annotations.NullMarked;
