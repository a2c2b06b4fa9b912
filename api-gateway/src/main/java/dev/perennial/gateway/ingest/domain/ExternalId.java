package dev.perennial.gateway.ingest.domain;

/** An identifier of the customer's own kind, such as a loyalty card. */
public record ExternalId(String type, String id) {}
