package dev.perennial.channel.message.app.smtp;

import io.vertx.mutiny.ext.mail.MailClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The client of one account; it rests for a moment when its server cannot be reached. */
final class SmtpClient {

  private static final Duration REST = Duration.ofSeconds(1);

  private final MailClient mail;
  private final Clock clock;
  private volatile Instant restsUntil = Instant.MIN;

  SmtpClient(MailClient mail, Clock clock) {
    this.mail = mail;
    this.clock = clock;
  }

  MailClient mail() {
    return mail;
  }

  /**
   * Whether the server could not be reached just now: a whole batch need not find out one by one.
   */
  boolean rests() {
    return clock.instant().isBefore(restsUntil);
  }

  void rest() {
    restsUntil = clock.instant().plus(REST);
  }
}
