package dev.perennial.journey.domain;

/**
 * What is wrong with a definition.
 *
 * @param pointer a JSON pointer (RFC 6901) to where it is wrong
 */
public record Problem(String pointer, String description) {}
