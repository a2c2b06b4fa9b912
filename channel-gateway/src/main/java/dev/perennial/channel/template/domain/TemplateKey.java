package dev.perennial.channel.template.domain;

import static java.util.Objects.requireNonNull;

/** The name of a template. */
public record TemplateKey(String workspace, String key) {

  public TemplateKey {
    requireNonNull(workspace, "workspace");
    requireNonNull(key, "key");
  }
}
