package dev.perennial.gateway.ingest.api;

import dev.perennial.gateway.ingest.domain.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as it was read. */
record Request(@Nullable String writeKey, List<Draft> drafts) {}
