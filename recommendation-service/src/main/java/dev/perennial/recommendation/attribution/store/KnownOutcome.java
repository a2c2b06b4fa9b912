package dev.perennial.recommendation.attribution.store;

import dev.perennial.recommendation.attribution.domain.Outcome;
import dev.perennial.recommendation.order.domain.ProfileKey;

/** What was counted of a click of a profile. */
public record KnownOutcome(ProfileKey profile, Outcome outcome) {}
