package dev.perennial.profile.app;

import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.ProfileKey;
import java.util.List;

/**
 * An event and whose it is.
 *
 * @param profile may have been merged since
 * @param untold identifiers that the profile's activity has not told of yet
 * @param dropped identifiers that the rules refused
 */
public record Resolved(
    Incoming incoming, ProfileKey profile, List<Identifier> untold, List<Identifier> dropped) {}
