package dev.perennial.channel.message.domain;

import static java.util.Objects.requireNonNull;

import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.contact.domain.Subscription;
import java.time.Instant;

/**
 * One message to one person, as it was asked for.
 *
 * @param to the person
 * @param revision the activity of the person that must have been seen before the message goes
 * @param wanted the subscription that the person's consent is looked up for; its topic is empty for
 *     a transactional message
 * @param expiresAt when it is stale
 * @param variables a JSON object; empty when there are none
 * @param hops how many messages led to this one
 */
public record Request(
    MessageKey key,
    ContactKey to,
    long revision,
    Subscription wanted,
    String template,
    Instant requestedAt,
    Instant expiresAt,
    Cause cause,
    String variables,
    int hops) {

  public Request {
    requireNonNull(key, "key");
    requireNonNull(to, "to");
    requireNonNull(wanted, "wanted");
    requireNonNull(template, "template");
    requireNonNull(requestedAt, "requestedAt");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(cause, "cause");
    requireNonNull(variables, "variables");
  }

  /** Whether it is no marketing: marketing opt-outs do not stop it. */
  public boolean isTransactional() {
    return wanted.topic().isEmpty();
  }

  /** Where a message came from; all empty when not from a journey. */
  public record Cause(String journey, int journeyVersion, String runId, String node) {

    public Cause {
      requireNonNull(journey, "journey");
      requireNonNull(runId, "runId");
      requireNonNull(node, "node");
    }
  }
}
