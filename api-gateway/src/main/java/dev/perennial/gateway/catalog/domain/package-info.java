/** What the gateway checks of a product. */
@NullMarked
package dev.perennial.gateway.catalog.domain;

import org.jspecify.annotations.NullMarked;
