package dev.perennial.recommendation.app;

import dev.perennial.recommendation.domain.Fact;
import dev.perennial.recommendation.domain.ProfileKey;
import dev.perennial.recommendation.store.ChangeNumber;

/**
 * What was heard of a profile.
 *
 * @param number of the change that it makes
 */
public record Heard(ProfileKey profile, Fact fact, ChangeNumber number) {}
