@NullMarked
package dev.perennial.gateway.management;

import org.jspecify.annotations.NullMarked;
