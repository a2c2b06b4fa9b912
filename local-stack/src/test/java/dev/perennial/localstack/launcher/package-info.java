@NullMarked
package dev.perennial.localstack.launcher;

import org.jspecify.annotations.NullMarked;
