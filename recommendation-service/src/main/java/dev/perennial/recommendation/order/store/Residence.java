package dev.perennial.recommendation.order.store;

import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;

/**
 * Where a profile lives since a change.
 *
 * @param country as it was told; empty when it is not known any more
 */
public record Residence(ProfileKey profile, String country, ChangeNumber number) {}
