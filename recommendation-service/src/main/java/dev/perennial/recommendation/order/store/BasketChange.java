package dev.perennial.recommendation.order.store;

import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.shop.store.ChangeNumber;
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
