package dev.perennial.recommendation.attribution.store;

import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.order.domain.ProfileKey;

/** The last click of a profile on a product. */
public record KnownClick(ProfileKey profile, String product, Click click) {}
