package dev.perennial.recommendation.attribution.app;

import dev.perennial.recommendation.attribution.domain.Act;
import dev.perennial.recommendation.order.domain.ProfileKey;

/**
 * A profile did something.
 *
 * @param again told once more, of a profile that was merged into this one
 */
public record Done(ProfileKey profile, Act act, boolean again) {}
