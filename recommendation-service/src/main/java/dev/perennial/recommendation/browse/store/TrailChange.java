package dev.perennial.recommendation.browse.store;

import dev.perennial.recommendation.browse.domain.Trail;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;

/** The trail of a profile since a change. */
public record TrailChange(ProfileKey profile, Trail trail, ChangeNumber number) {}
