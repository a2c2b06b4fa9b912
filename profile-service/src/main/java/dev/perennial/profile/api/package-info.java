/** What other services may ask of profiles, over gRPC. */
@NullMarked
package dev.perennial.profile.api;

import org.jspecify.annotations.NullMarked;
