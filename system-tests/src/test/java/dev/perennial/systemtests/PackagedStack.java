package dev.perennial.systemtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perennial.demo.PublicApi;
import dev.perennial.localstack.component.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The packaged suite, brought up by the supervisor as {@code ./perennial up} does, on free ports
 * and with data of its own. One for all tests of the JVM; each test uses a workspace of its own.
 */
final class PackagedStack {

  private static final List<String> PORTS =
      List.of(
          "GATEWAY",
          "PROFILE",
          "SEGMENT",
          "JOURNEY",
          "CHANNEL",
          "RECOMMENDATION",
          "POSTGRES",
          "KAFKA",
          "KAFKA_CONTROLLER",
          "REDIS",
          "SMTP",
          "MAILBOX");

  static final ObjectMapper JSON = new ObjectMapper();

  private static final class Shared {
    static final PackagedStack STACK = start();
  }

  private final Path root = Path.of("..").toAbsolutePath().normalize();
  private final Path data;
  private final Path log;
  private final Map<String, String> environment = new HashMap<>();
  private final TraceCollector traces = TraceCollector.start();

  private PackagedStack(Path data, Path log) {
    this.data = data;
    this.log = log;
    var free = Ports.free(PORTS.size()).iterator();
    PORTS.forEach(name -> environment.put("PERENNIAL_" + name + "_PORT", free.next().toString()));
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", traces.endpoint());
  }

  /**
   * Started when it is first asked for, stopped when the JVM ends. Logs and data stay, in {@code
   * target/stack}, until the next run.
   */
  static PackagedStack shared() {
    return Shared.STACK;
  }

  private static PackagedStack start() {
    try {
      var target = Files.createDirectories(Path.of("target").toAbsolutePath());
      var stack = new PackagedStack(target.resolve("stack"), target.resolve("stack.log"));
      stack.supervisor("reset");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.supervisor("down")));
      if (stack.supervisor("up") != 0) {
        throw new IllegalStateException("the stack does not come up: see " + stack.log);
      }
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int supervisor(String command) {
    var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    var builder =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.perennial.localstack.supervisor.Perennial",
                root.toString(),
                data.toString(),
                command)
            // Not this JVM's own output, through which Surefire talks to it.
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  URI gateway() {
    return URI.create("http://localhost:" + environment.get("PERENNIAL_GATEWAY_PORT"));
  }

  /** The service itself, for what it says of itself. */
  URI recommendations() {
    return URI.create("http://localhost:" + environment.get("PERENNIAL_RECOMMENDATION_PORT"));
  }

  URI mailbox() {
    return URI.create("http://localhost:" + environment.get("PERENNIAL_MAILBOX_PORT"));
  }

  /** What the services tell of their spans. */
  TraceCollector traces() {
    return traces;
  }

  int smtpPort() {
    return Integer.parseInt(environment.getOrDefault("PERENNIAL_SMTP_PORT", "0"));
  }

  PublicApi operator() {
    try {
      var key = Files.readString(data.resolve("admin.key")).strip();
      return PublicApi.managing(JSON, gateway(), key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process of a component as the supervisor sees it now; empty while there is none. */
  java.util.Optional<ProcessHandle> process(String component) {
    var properties = new Properties();
    try (var in = Files.newInputStream(data.resolve("run").resolve(component + ".status"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ProcessHandle.of(Long.parseLong(properties.getProperty("pid", "0")))
        .filter(ProcessHandle::isAlive)
        .filter(process -> properties.getProperty("state", "").equals("READY"));
  }
}
