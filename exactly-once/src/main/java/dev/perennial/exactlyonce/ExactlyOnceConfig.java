package dev.perennial.exactlyonce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the consumers of a service work. The defaults fit two cores. */
@ConfigMapping(prefix = "perennial.exactly-once")
interface ExactlyOnceConfig {

  /** Whether the consumers start with the service. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Threads a consumer, each the owner of its share of the partitions; each uses one connection.
   */
  @WithDefault("2")
  int workers();

  /** Records a unit at most. */
  @WithDefault("4000")
  int unitRecords();

  /** Bytes of keys and values that end a unit. */
  @WithDefault("1048576")
  int unitBytes();

  /** Bytes of one record to publish at most; below the broker's {@code message.max.bytes}. */
  @WithDefault("1000000")
  int recordBytes();

  /** Bytes that one unit may publish for one partition; a unit that wants more runs in halves. */
  @WithDefault("16777216")
  int slotBytes();

  /** After this long without a heartbeat another owner takes over. */
  @WithDefault("PT10S")
  Duration sessionTimeout();

  /** After this long between two polls another owner takes over. */
  @WithDefault("PT5M")
  Duration maxPollInterval();

  /** After this long Postgres ends the transaction of an owner that does nothing, and its locks. */
  @WithDefault("PT15S")
  Duration idleInTransactionTimeout();

  /** A single step (a statement, a preparation) that takes longer counts as a fault. */
  @WithDefault("PT60S")
  Duration stepTimeout();

  /** The first wait after a fault of the environment; it doubles up to {@link #maxBackoff}. */
  @WithDefault("PT0.1S")
  Duration minBackoff();

  @WithDefault("PT5S")
  Duration maxBackoff();

  /** How often to look for dead records to replay, and to refresh gauges and offsets on display. */
  @WithDefault("PT1S")
  Duration housekeepingInterval();

  /**
   * How long what was set aside is kept since it last failed; then it is given up, if nobody has
   * replayed it, and deleted within two hours.
   */
  @WithDefault("P90D")
  Duration deadRecordRetention();

  /** How long what was published last stays in the outbox of a partition where nothing follows. */
  @WithDefault("PT1M")
  Duration outboxRetention();

  /** How long a stopping consumer may take to end the unit under way. */
  @WithDefault("PT8S")
  Duration stopTimeout();
}
