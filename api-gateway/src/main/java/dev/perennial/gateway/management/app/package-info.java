/** What management needs from several services at once. */
@NullMarked
package dev.perennial.gateway.management.app;

import org.jspecify.annotations.NullMarked;
