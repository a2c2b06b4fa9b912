package dev.perennial.localstack.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The process of Kafka: formats its storage when it is new, then serves until it is told to end.
 */
final class KafkaMain {

  private KafkaMain() {}

  public static void main(String[] args) throws IOException {
    String file = args[0];
    var settings = new Properties();
    try (var in = Files.newInputStream(Path.of(file))) {
      settings.load(in);
    }
    if (!Files.exists(Path.of(settings.getProperty("log.dirs"), "meta.properties"))) {
      String id = Uuid.randomUuid().toString();
      StorageTool.execute(new String[] {"format", "-t", id, "-c", file}, System.out);
    }
    Kafka.main(args);
  }
}
