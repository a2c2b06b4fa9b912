package dev.perennial.demo;

import java.net.URI;
import java.util.Map;

/**
 * Where the stack is, from the environment: {@code PERENNIAL_GATEWAY_URL}, {@code
 * PERENNIAL_ADMIN_KEY} (needed), {@code PERENNIAL_MAILBOX_URL}, {@code PERENNIAL_SMTP_HOST} and
 * {@code PERENNIAL_SMTP_PORT} (as the channel-gateway sees them).
 */
record Settings(URI gateway, String adminKey, URI mailbox, String smtpHost, int smtpPort) {

  static Settings of(Map<String, String> environment) {
    var adminKey = environment.get("PERENNIAL_ADMIN_KEY");
    if (adminKey == null) {
      throw new DemoFailure("PERENNIAL_ADMIN_KEY is not set; run ./perennial demo, which sets it.");
    }
    return new Settings(
        URI.create(environment.getOrDefault("PERENNIAL_GATEWAY_URL", "http://localhost:8080")),
        adminKey,
        URI.create(environment.getOrDefault("PERENNIAL_MAILBOX_URL", "http://localhost:8025")),
        environment.getOrDefault("PERENNIAL_SMTP_HOST", "localhost"),
        Integer.parseInt(environment.getOrDefault("PERENNIAL_SMTP_PORT", "21025")));
  }
}
