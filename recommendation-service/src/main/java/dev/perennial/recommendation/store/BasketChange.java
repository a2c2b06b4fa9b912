package dev.perennial.recommendation.store;

import dev.perennial.recommendation.domain.ProfileKey;
import java.time.Instant;
import java.util.List;

/**
 * What an order holds since a change.
 *
 * @param products of which any are left
 */
public record BasketChange(
    ProfileKey profile,
    long basketId,
    Instant occurredAt,
    List<String> products,
    ChangeNumber number) {}
