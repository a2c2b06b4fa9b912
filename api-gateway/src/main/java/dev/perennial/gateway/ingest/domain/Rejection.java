package dev.perennial.gateway.ingest.domain;

import org.jspecify.annotations.Nullable;

/**
 * An item that was not taken; sending it again as it is would not help.
 *
 * @param index its place in the batch, from 0
 * @param field JSON pointer into the request's body
 */
public record Rejection(int index, @Nullable String messageId, String field, String reason)
    implements Verdict {}
