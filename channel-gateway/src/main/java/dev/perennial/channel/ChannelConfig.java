package dev.perennial.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are sent. */
@ConfigMapping(prefix = "perennial.channels")
public interface ChannelConfig {

  Email email();

  /** E-mail. */
  interface Email {

    /** What happens to a message whose sender died between the call and its record. */
    @WithDefault("drop")
    AfterCrash afterCrash();

    /**
     * How old a claim without a result is when its sender counts as dead. Longer than the attempt
     * timeout.
     */
    @WithDefault("PT2M")
    Duration claimTimeout();

    /** When an attempt without an answer is given up; nobody knows then whether the mail went. */
    @WithDefault("PT1M")
    Duration attemptTimeout();

    /** How long a message without an expiry is worth sending. */
    @WithDefault("P3D")
    Duration defaultTtl();

    /** The messages that are claimed together. */
    @WithDefault("100")
    int batch();

    /** Connections to one account's server, which are the attempts under way at a time. */
    @WithDefault("8")
    int connections();

    /** The pause before looking for messages again once none was due. */
    @WithDefault("PT0.1S")
    Duration interval();
  }

  /** The rule for a claim whose sender died. */
  enum AfterCrash {
    /** At most once: the message becomes unknown and is not sent again. */
    DROP,
    /** At least once: the message is sent, perhaps for the second time. */
    RESEND
  }
}
