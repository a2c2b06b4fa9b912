/** What holds for all that is served over gRPC. */
@NullMarked
package dev.perennial.recommendation.api;

import org.jspecify.annotations.NullMarked;
