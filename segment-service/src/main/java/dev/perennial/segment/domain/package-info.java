/**
 * The condition language and what follows from it: membership, and the instant until which it
 * holds.
 */
@NullMarked
package dev.perennial.segment.domain;

import org.jspecify.annotations.NullMarked;
