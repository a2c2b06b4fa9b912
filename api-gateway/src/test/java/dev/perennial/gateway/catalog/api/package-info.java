@NullMarked
package dev.perennial.gateway.catalog.api;

import org.jspecify.annotations.NullMarked;
