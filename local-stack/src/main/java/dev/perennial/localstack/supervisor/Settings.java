package dev.perennial.localstack.supervisor;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Every port and memory limit, by the environment variable that changes it. */
record Settings(Map<String, Integer> ports, Map<String, Integer> megabytes) {

  private static final Map<String, Integer> PORTS =
      inOrder(
          Map.entry("GATEWAY", 8080),
          Map.entry("PROFILE", 8081),
          Map.entry("SEGMENT", 8082),
          Map.entry("JOURNEY", 8083),
          Map.entry("CHANNEL", 8084),
          Map.entry("RECOMMENDATION", 8085),
          Map.entry("POSTGRES", 25432),
          Map.entry("KAFKA", 29092),
          Map.entry("KAFKA_CONTROLLER", 29093),
          Map.entry("REDIS", 26379),
          Map.entry("SMTP", 21025),
          Map.entry("MAILBOX", 8025));

  /** Heaps of the JVMs; the shared buffers of Postgres; what Redis may keep. */
  private static final Map<String, Integer> MEGABYTES =
      inOrder(
          Map.entry("GATEWAY", 256),
          Map.entry("PROFILE", 256),
          Map.entry("SEGMENT", 256),
          Map.entry("JOURNEY", 192),
          Map.entry("CHANNEL", 192),
          Map.entry("RECOMMENDATION", 256),
          Map.entry("POSTGRES", 256),
          Map.entry("KAFKA", 384),
          Map.entry("REDIS", 128),
          Map.entry("MAILBOX", 64));

  private static final Pattern MEMORY = Pattern.compile("(\\d{1,6})(m|g)b?");

  /**
   * Reads what is set and takes the usual for the rest.
   *
   * @throws IllegalArgumentException with the variable's name, when a value is none
   */
  static Settings of(Map<String, String> environment) {
    var ports = new LinkedHashMap<String, Integer>();
    PORTS.forEach((name, usual) -> {
      String variable = portVariable(name);
      int port = port(variable, environment.getOrDefault(variable, usual.toString()));
      String other = holder(ports, port);
      if (!other.isEmpty()) {
        throw new IllegalArgumentException(
            "%s and %s are both %d".formatted(portVariable(other), variable, port));
      }
      ports.put(name, port);
    });
    var megabytes = new LinkedHashMap<String, Integer>();
    MEGABYTES.forEach((name, usual) -> {
      String variable = "PERENNIAL_" + name + "_MEMORY";
      megabytes.put(name, megabytes(variable, environment.getOrDefault(variable, usual + "m")));
    });
    return new Settings(ports, megabytes);
  }

  int port(String name) {
    return ports.getOrDefault(name, 0);
  }

  int memory(String name) {
    return megabytes.getOrDefault(name, 0);
  }

  static String portVariable(String name) {
    return "PERENNIAL_" + name + "_PORT";
  }

  private static String holder(Map<String, Integer> ports, int port) {
    return ports.entrySet().stream()
        .filter(entry -> entry.getValue() == port)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static int port(String variable, String value) {
    try {
      int port = Integer.parseInt(value.strip());
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is no port.
    }
    throw new IllegalArgumentException(variable + " is no port: " + value);
  }

  private static int megabytes(String variable, String value) {
    var matcher = MEMORY.matcher(value.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(variable + " is no amount like 256m or 1g: " + value);
    }
    return Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("g") ? 1024 : 1);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the entries are only read
  private static Map<String, Integer> inOrder(Map.Entry<String, Integer>... entries) {
    var map = new LinkedHashMap<String, Integer>();
    for (var entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }
}
