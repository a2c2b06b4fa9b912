package dev.perennial.gateway.ingest.domain;

/** What becomes of an item. */
public sealed interface Verdict permits Event, Rejection {}
