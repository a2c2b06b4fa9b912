package dev.perennial.profile.domain;

import dev.perennial.profile.domain.CustomerEvent.Deed;
import dev.perennial.profile.domain.CustomerEvent.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in a profile's history.
 *
 * @param money what it does to the accounts; null when nothing
 * @param items how many line items it has
 * @param commerce products and money as they were published, so that history never differs from
 *     what was told; opaque here
 */
public record HistoryEvent(
    ProfileKey profile,
    long revision,
    Instant occurredAt,
    Instant receivedAt,
    Instant recordedAt,
    String messageId,
    Deed deed,
    String name,
    String properties,
    Source source,
    int hops,
    Commerce.@Nullable Kind money,
    @Nullable Long valueMicros,
    int items,
    byte @Nullable [] commerce) {}
