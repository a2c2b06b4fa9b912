package dev.perennial.systemtests.canary.one.domain;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks: domain depends on java.* only. */
public record ImpureDomain(JsonNode json) {}
