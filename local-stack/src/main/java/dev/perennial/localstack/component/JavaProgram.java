package dev.perennial.localstack.component;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How main classes of ours run in a process of their own.
 *
 * @param options of the JVM
 */
public record JavaProgram(Path javaHome, String classPath, List<String> options) {

  /** With the Java and the class path of this process. */
  public static JavaProgram likeThis(List<String> options) {
    return new JavaProgram(
        Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"), options);
  }

  List<String> command(String mainClass, List<String> arguments) {
    return Stream.of(
            List.of(javaHome.resolve("bin/java").toString()),
            options,
            List.of("-cp", classPath, mainClass),
            arguments)
        .flatMap(List::stream)
        .toList();
  }
}
