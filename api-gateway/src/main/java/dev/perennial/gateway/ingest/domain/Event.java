package dev.perennial.gateway.ingest.domain;

import java.time.Instant;
import java.util.List;

/** An event that is taken. Texts that were not sent are empty; properties is a JSON object. */
public record Event(
    String messageId,
    EventKind kind,
    String userId,
    String anonymousId,
    List<ExternalId> externalIds,
    String name,
    String previousId,
    String groupId,
    Instant occurredAt,
    Instant receivedAt,
    String properties,
    String context)
    implements Verdict {

  /** All events under one subject stay in order. */
  public String subject() {
    if (!userId.isEmpty()) {
      return userId;
    }
    return anonymousId.isEmpty() ? externalIds.getFirst().id() : anonymousId;
  }
}
