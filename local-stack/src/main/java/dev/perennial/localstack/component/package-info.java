/** The programs of the stack: how each is prepared, started and known to be ready. */
@NullMarked
package dev.perennial.localstack.component;

import org.jspecify.annotations.NullMarked;
