/** The catalog over HTTP: JSON and CSV in, JSON out. */
@NullMarked
package dev.perennial.gateway.catalog.api;

import org.jspecify.annotations.NullMarked;
