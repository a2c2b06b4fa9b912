/** The management API: JSON outside, gRPC to the services. */
@NullMarked
package dev.perennial.gateway.management.api;

import org.jspecify.annotations.NullMarked;
