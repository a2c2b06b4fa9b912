package dev.perennial.gateway.ingest.domain;

/**
 * What is wrong with an item.
 *
 * @param field JSON pointer into the item; empty for the item as a whole
 */
public record Fault(String field, String reason) {}
