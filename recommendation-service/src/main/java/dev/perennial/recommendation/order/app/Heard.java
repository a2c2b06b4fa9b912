package dev.perennial.recommendation.order.app;

import dev.perennial.recommendation.order.domain.Fact;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;

/**
 * What was heard of a profile.
 *
 * @param number of the change that it makes
 */
public record Heard(ProfileKey profile, Fact fact, ChangeNumber number) {}
