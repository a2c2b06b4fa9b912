package dev.perennial.recommendation.browse.app;

import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;

/**
 * A profile was heard to do something.
 *
 * @param number of the change that it makes
 */
public record Browsed(ProfileKey profile, Interaction interaction, ChangeNumber number) {}
