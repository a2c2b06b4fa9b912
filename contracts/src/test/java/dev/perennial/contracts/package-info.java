@NullMarked
package dev.perennial.contracts;

import org.jspecify.annotations.NullMarked;
