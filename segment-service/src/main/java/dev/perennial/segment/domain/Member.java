package dev.perennial.segment.domain;

/** A profile in a segment. */
public record Member(ProfileKey profile, String segment, Membership membership) {}
