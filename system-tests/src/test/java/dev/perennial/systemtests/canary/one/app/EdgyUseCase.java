package dev.perennial.systemtests.canary.one.app;

import dev.perennial.systemtests.canary.one.api.Edge;

/** Breaks: app knows no edge. */
public record EdgyUseCase(Edge edge) {}
