@NullMarked
package dev.perennial.localstack;

import org.jspecify.annotations.NullMarked;
