package dev.perennial.journey.domain;

import java.util.UUID;

/** A person. */
public record ProfileId(String workspace, UUID id) {}
