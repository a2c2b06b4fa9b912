package dev.perennial.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The command in the foreground; {@code ./perennial} finds a JDK, builds, and then runs this. */
public final class Perennial {

  private final Path root;
  private final DataDirectory data;
  private final Settings settings;
  private final Stack stack;

  private Perennial(Path root, DataDirectory data) throws IOException {
    this.root = root;
    this.data = data;
    data.create();
    settings = Settings.of(System.getenv());
    stack = Stack.of(root, data, settings);
  }

  /** Arguments: the directory of the project, the one of the data, and the command. */
  public static void main(String[] args) throws Exception {
    int code;
    try {
      code = new Perennial(Path.of(args[0]), new DataDirectory(Path.of(args[1]))).run(args[2]);
    } catch (IllegalArgumentException e) {
      System.err.println("perennial: " + e.getMessage());
      code = 1;
    }
    System.exit(code);
  }

  private int run(String command) throws Exception {
    return switch (command) {
      case "running" -> data.supervised() ? 0 : 1;
      case "up" -> new Up(root, data, settings, stack).run();
      case "down" -> down();
      case "reset" -> reset();
      case "status" -> new StatusTable(data, stack).print();
      case "environment" -> environment();
      default -> throw new IllegalArgumentException("there is no command " + command);
    };
  }

  private int down() throws Exception {
    boolean ran = data.supervised();
    if (ran) {
      System.out.println("stopping, services first");
      var supervisor = Status.read(data.run(), "supervisor").flatMap(Status::process);
      supervisor.ifPresent(process -> Signals.end(process, "TERM", Up.PATIENCE));
    }
    var orphans = new Orphans(data, stack.components()).end();
    if (!orphans.isEmpty()) {
      System.out.println("ended what was left: " + String.join(", ", orphans));
    }
    System.out.println(ran || !orphans.isEmpty() ? "stopped; the data stays" : "nothing runs");
    return 0;
  }

  private int reset() throws Exception {
    down();
    for (String name :
        List.of("postgres", "kafka", "redis", "mail", "recommendation", "logs", "run")) {
      delete(data.of(name));
    }
    data.forgetSecrets();
    System.out.println("all data is gone");
    return 0;
  }

  /** For the shell to evaluate before it runs a program against the stack. */
  private int environment() throws IOException {
    Stack.environment(data, settings)
        .forEach((name, value) -> System.out.println("export " + name + "='" + value + "'"));
    return 0;
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
