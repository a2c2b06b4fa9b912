@NullMarked
package dev.perennial.segment.store;

import org.jspecify.annotations.NullMarked;
