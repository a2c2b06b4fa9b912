package dev.perennial.channel.message.app;

import dev.perennial.channel.message.domain.Result;
import io.smallrye.mutiny.Uni;

/** An adapter to those who deliver. */
public interface Provider {

  /**
   * Hands a mail over, once. Never fails: what went wrong is a result, and only what was certainly
   * not taken is {@link Result.Postponed} or {@link Result.Bounced}.
   */
  Uni<Result> send(Mail mail);
}
