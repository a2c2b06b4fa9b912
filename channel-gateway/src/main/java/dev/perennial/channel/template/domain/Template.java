package dev.perennial.channel.template.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A version of a template; it never changes.
 *
 * @param version counts from 1
 */
public record Template(TemplateKey key, Content content, int version, Instant changedAt) {

  public Template {
    requireNonNull(key, "key");
    requireNonNull(content, "content");
    requireNonNull(changedAt, "changedAt");
  }

  /**
   * What this template becomes with other content: the next version, or itself when it is equal.
   */
  public Template with(Content changed, Instant now) {
    return changed.equals(content) ? this : new Template(key, changed, version + 1, now);
  }
}
