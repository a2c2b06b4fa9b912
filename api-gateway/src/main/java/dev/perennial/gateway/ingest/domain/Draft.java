package dev.perennial.gateway.ingest.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a request as it was read, nothing judged yet. Objects are compact JSON text; what the
 * batch adds is merged in.
 *
 * @param at JSON pointer of the item in the request's body
 * @param bytes its size as JSON, with what the batch adds to it
 * @param fault what could not even be read
 */
public record Draft(
    int index,
    String at,
    int bytes,
    @Nullable Fault fault,
    @Nullable String type,
    @Nullable String messageId,
    @Nullable String userId,
    @Nullable String anonymousId,
    @Nullable String previousId,
    @Nullable String groupId,
    @Nullable String event,
    @Nullable String name,
    @Nullable String originalTimestamp,
    @Nullable String sentAt,
    @Nullable String properties,
    @Nullable String traits,
    @Nullable String context,
    List<ExternalId> externalIds) {}
