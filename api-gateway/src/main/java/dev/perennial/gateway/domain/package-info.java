/** What every feature of the gateway says of a request that is not right. */
@NullMarked
package dev.perennial.gateway.domain;

import org.jspecify.annotations.NullMarked;
