/** How every answer that is not a success looks. */
@NullMarked
package dev.perennial.gateway.api;

import org.jspecify.annotations.NullMarked;
