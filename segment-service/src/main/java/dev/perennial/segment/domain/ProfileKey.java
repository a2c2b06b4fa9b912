package dev.perennial.segment.domain;

import java.util.UUID;

/** A profile and the shard that it lives on. */
public record ProfileKey(String workspace, UUID profileId, int shard) {}
