package dev.perennial.systemtests.canary.two.app;

import dev.perennial.systemtests.canary.one.app.EdgyUseCase;

/** Breaks: a service imports no other service. */
public record Meddler(EdgyUseCase useCase) {}
