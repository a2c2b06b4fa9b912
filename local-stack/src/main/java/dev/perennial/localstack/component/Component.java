package dev.perennial.localstack.component;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One program of the stack. */
public sealed interface Component permits Postgres, Kafka, Redis, Mailbox, Service {

  /** Its name in logs, in {@code status} and of its files. */
  String name();

  /** The port by which others reach it. */
  int port();

  /** Puts on disk what the program needs before it starts; does nothing that is done already. */
  void prepare() throws IOException;

  List<String> command();

  /** Added to the environment that the program inherits. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** One look, without waiting: does it do its work by now? */
  boolean ready();

  /** The signal that makes the program end cleanly and soon. */
  default String stopSignal() {
    return "TERM";
  }
}
