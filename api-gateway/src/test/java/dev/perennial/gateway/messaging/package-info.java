@NullMarked
package dev.perennial.gateway.messaging;

import org.jspecify.annotations.NullMarked;
