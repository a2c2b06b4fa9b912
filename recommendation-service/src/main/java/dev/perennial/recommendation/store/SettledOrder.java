package dev.perennial.recommendation.store;

import dev.perennial.recommendation.domain.Kept;
import dev.perennial.recommendation.domain.ProfileKey;

/** A profile's order with what is left of it, and the change that made it so. */
public record SettledOrder(ProfileKey profile, Kept kept, ChangeNumber number) {}
