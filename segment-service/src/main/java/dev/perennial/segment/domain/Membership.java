package dev.perennial.segment.domain;

import java.time.Instant;

/**
 * One profile in one segment.
 *
 * @param validUntil when it ends if nothing more happens; {@link Answer#FOR_EVER} when it does not
 * @param revision of the profile that this was found at
 */
public record Membership(Instant enteredAt, Instant validUntil, long revision) {}
