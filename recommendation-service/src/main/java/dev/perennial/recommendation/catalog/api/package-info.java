/** Reads of the catalog over gRPC. */
@NullMarked
package dev.perennial.recommendation.catalog.api;

import org.jspecify.annotations.NullMarked;
