@NullMarked
package dev.perennial.localstack.supervisor;

import org.jspecify.annotations.NullMarked;
