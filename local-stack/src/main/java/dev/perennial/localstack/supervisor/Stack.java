package dev.perennial.localstack.supervisor;

import dev.perennial.localstack.component.Binaries;
import dev.perennial.localstack.component.Component;
import dev.perennial.localstack.component.JavaProgram;
import dev.perennial.localstack.component.Kafka;
import dev.perennial.localstack.component.Mailbox;
import dev.perennial.localstack.component.Postgres;
import dev.perennial.localstack.component.Redis;
import dev.perennial.localstack.component.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All components with their settings. */
record Stack(Postgres postgres, Kafka kafka, Redis redis, Mailbox mailbox, List<Service> services) {

  /** The key of each service, also the name of its database and its role, and its module. */
  private static final Map<String, String> MODULES =
      new TreeMap<>(
          Map.of(
              "gateway", "api-gateway",
              "profile", "profile-service",
              "segment", "segment-service",
              "journey", "journey-service",
              "channel", "channel-gateway",
              "recommendation", "recommendation-service"));

  static Stack of(Path root, DataDirectory data, Settings settings) throws IOException {
    var binaries = new Binaries(data.binaries());
    var environment = environment(data, settings);
    return new Stack(
        new Postgres(
            data.of("postgres"),
            binaries,
            settings.port("POSTGRES"),
            data.postgresPassword(),
            settings.memory("POSTGRES") + "MB"),
        new Kafka(
            data.of("kafka"),
            program(data, "kafka", settings.memory("KAFKA")),
            settings.port("KAFKA"),
            settings.port("KAFKA_CONTROLLER")),
        new Redis(
            data.of("redis"), binaries, settings.port("REDIS"), settings.memory("REDIS") + "mb"),
        new Mailbox(
            data.of("mail"),
            program(data, "mailbox", settings.memory("MAILBOX")),
            settings.port("MAILBOX"),
            settings.port("SMTP")),
        MODULES.entrySet().stream()
            .map(entry -> service(root, entry.getKey(), entry.getValue(), settings, environment))
            .toList());
  }

  List<Component> infrastructure() {
    return List.of(postgres, kafka, redis, mailbox);
  }

  List<Component> components() {
    return Stream.concat(infrastructure().stream(), services.stream()).toList();
  }

  static Iterable<String> databases() {
    return MODULES.keySet();
  }

  /** What every service is told, and the demo. */
  static Map<String, String> environment(DataDirectory data, Settings settings) throws IOException {
    var environment = new TreeMap<String, String>();
    settings
        .ports()
        .forEach((name, port) -> environment.put(Settings.portVariable(name), port.toString()));
    environment.put("PERENNIAL_POSTGRES", "127.0.0.1:" + settings.port("POSTGRES"));
    environment.put("PERENNIAL_POSTGRES_PASSWORD", data.postgresPassword());
    environment.put("PERENNIAL_KAFKA", "127.0.0.1:" + settings.port("KAFKA"));
    environment.put("PERENNIAL_REDIS", "127.0.0.1:" + settings.port("REDIS"));
    environment.put("PERENNIAL_SMTP_HOST", "127.0.0.1");
    environment.put("PERENNIAL_GATEWAY_URL", "http://localhost:" + settings.port("GATEWAY"));
    environment.put("PERENNIAL_MAILBOX_URL", "http://localhost:" + settings.port("MAILBOX"));
    environment.put("PERENNIAL_SHARDS", Integer.toString(Supervisor.SHARDS));
    environment.put("PERENNIAL_ADMIN_KEY", data.adminKey());
    environment.put("PERENNIAL_SECRET_KEY", data.secretKey());
    // The services trust their callers, so that only this machine may call unless one says so.
    environment.put(
        "QUARKUS_HTTP_HOST", System.getenv().getOrDefault("PERENNIAL_BIND", "127.0.0.1"));
    // Six services that start at once on a busy machine take their time for a first connection.
    environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "60");
    environment.put(
        "PERENNIAL_RECOMMENDATIONS_SNAPSHOT_DIRECTORY", data.of("recommendation").toString());
    environment.put("MALLOC_ARENA_MAX", "2"); // many threads would otherwise keep many heaps
    return environment;
  }

  private static Service service(
      Path root, String key, String module, Settings settings, Map<String, String> environment) {
    String name = key.toUpperCase(Locale.ROOT);
    return new Service(
        module,
        Path.of(System.getProperty("java.home")),
        root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"),
        List.of(
            "-Xmx" + settings.memory(name) + "m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"),
        settings.port(name),
        environment);
  }

  private static JavaProgram program(DataDirectory data, String name, int megabytes) {
    return JavaProgram.likeThis(
        List.of(
            "-Xmx" + megabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + data.of("archives").resolve(name + ".jsa"),
            "-Xlog:disable",
            "-Xlog:all=error:stderr"));
  }
}
