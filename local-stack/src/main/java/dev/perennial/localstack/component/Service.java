package dev.perennial.localstack.component;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A packaged Quarkus service of the suite.
 *
 * @param name also the name of its module
 * @param runner its {@code quarkus-run.jar}
 * @param options of its JVM
 */
public record Service(
    String name,
    Path javaHome,
    Path runner,
    List<String> options,
    int port,
    Map<String, String> environment)
    implements Component {

  @Override
  public void prepare() {}

  @Override
  public List<String> command() {
    return Stream.of(
            List.of(javaHome.resolve("bin/java").toString()),
            options,
            List.of("-jar", runner.toString()))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public boolean ready() {
    return Http.answers(port, "/q/health/ready");
  }
}
