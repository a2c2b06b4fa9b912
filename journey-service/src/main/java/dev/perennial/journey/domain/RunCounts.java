package dev.perennial.journey.domain;

/**
 * What became of a journey's runs, of all versions together.
 *
 * @param enrolling whether existing members are still being taken in
 * @param messages how many messages they asked for
 */
public record RunCounts(
    boolean enrolling, long started, long active, long completed, long exited, long messages) {}
