package dev.perennial.systemtests.canary.one.store;

import dev.perennial.systemtests.canary.one.app.EdgyUseCase;

/** Breaks: store knows domain only. */
public record NosyStore(EdgyUseCase useCase) {}
