package dev.perennial.systemtests.canary.one.api;

/** An edge that nothing inside may know. */
public record Edge(String name) {}
