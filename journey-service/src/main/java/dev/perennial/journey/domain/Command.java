package dev.perennial.journey.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a step decides; each is kept, with its reason. */
public sealed interface Command {

  /** The node at which it was decided; empty before the first. */
  String node();

  /** Why, in words for people. */
  String reason();

  /** Nothing but the reason. */
  record Note(String node, String reason) implements Command {}

  /**
   * Ask for a message.
   *
   * @param id the same whenever the same run comes to the same step
   * @param expiresAt not to be sent after this instant
   */
  record SendMessage(
      String node, String reason, UUID id, Node.Message message, Optional<Instant> expiresAt)
      implements Command {}

  /** Wake the run at an instant. */
  record Schedule(String node, String reason, Instant dueAt) implements Command {}

  record End(String node, String reason, Run.Ending ending) implements Command {}
}
