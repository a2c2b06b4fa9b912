/**
 * What services share: payloads, RPCs and how long they may take, the names of topics and the
 * sharding of keys.
 */
@NullMarked
package dev.perennial.contracts;

import org.jspecify.annotations.NullMarked;
