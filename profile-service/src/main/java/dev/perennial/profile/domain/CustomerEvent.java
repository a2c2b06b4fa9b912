package dev.perennial.profile.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did or told, before it is known who they are.
 *
 * @param identifiers at least one
 */
public record CustomerEvent(
    String workspace,
    String messageId,
    List<Identifier> identifiers,
    Instant occurredAt,
    Instant receivedAt,
    Source source,
    int hops,
    Content content) {

  public CustomerEvent {
    requireNonNull(workspace, "workspace");
    requireNonNull(messageId, "messageId");
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(content, "content");
    identifiers = List.copyOf(identifiers);
  }

  /** How it came. */
  public enum Source {
    API,
    IMPORT,
    OUTCOME
  }

  /** What kind of deed it was. */
  public enum Deed {
    TRACK,
    PAGE,
    SCREEN,
    GROUP
  }

  /** What it says. */
  public sealed interface Content {}

  /**
   * Something happened: it becomes history.
   *
   * @param properties a JSON object
   * @param consent what the person consented to or withdrew by it
   */
  public record Happened(
      Deed deed,
      String name,
      String properties,
      @Nullable Commerce commerce,
      @Nullable Consent consent)
      implements Content {}

  /** The person told about themselves. */
  public record Told(Traits traits) implements Content {}

  /** Two identifiers are one person's; nothing else. */
  public record Linked() implements Content {}
}
