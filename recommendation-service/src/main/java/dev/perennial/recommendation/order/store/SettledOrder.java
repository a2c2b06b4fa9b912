package dev.perennial.recommendation.order.store;

import dev.perennial.recommendation.order.domain.Kept;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;

/** A profile's order with what is left of it, and the change that made it so. */
public record SettledOrder(ProfileKey profile, Kept kept, ChangeNumber number) {}
