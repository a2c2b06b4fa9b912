/** What can be done with the catalog. */
@NullMarked
package dev.perennial.gateway.catalog.app;

import org.jspecify.annotations.NullMarked;
