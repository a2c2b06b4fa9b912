/** What others ask of the service: gRPC and health. */
@NullMarked
package dev.perennial.recommendation.serving.api;

import org.jspecify.annotations.NullMarked;
