package dev.perennial.evaluation.retail;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * An order.
 *
 * @param issuedAt the time of its first line, taken as UTC
 * @param products their codes, in upper case
 */
public record Invoice(
    String number, Instant issuedAt, Optional<String> customer, SortedSet<String> products) {}
