package dev.perennial.localstack.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of {@code ./perennial} in a project of its own, with JDKs and a Maven of paper. */
class LauncherTest {

  private final Path project;

  private record Outcome(int code, String output) {}

  LauncherTest(@TempDir Path directory) throws IOException {
    project = Files.createDirectory(directory.resolve("a project"));
    Path original = Path.of("..", "perennial");
    // Only what the test puts there is found, whatever this machine has.
    String script =
        Files.readString(original)
            .replace("/usr/lib/jvm/*", "\"" + project + "\"/jdks/*")
            .replaceAll("/(opt|Library|usr/share|usr/local)/", "/nowhere/");
    write("perennial", script);
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    var outcome = run("up");
    assertEquals(1, outcome.code());
    assertTrue(outcome.output().contains("needs a JDK 25 or later"), outcome::output);
    assertTrue(outcome.output().contains("JAVA_HOME"), outcome::output);
  }

  @Test
  void anOldJdkIsPassedOver() throws Exception {
    jdk("jdks/old", "21.0.2");
    assertEquals(1, run("test").code());
    jdk("jdks/young", "26-ea");
    write("maven/bin/mvn", "#!/bin/sh\necho maven with $JAVA_HOME: $*\n");
    var outcome = run("test", "-Dtest=One", "-q");
    assertEquals(0, outcome.code());
    assertTrue(
        outcome.output().contains("jdks/young: -B -ntp verify -Dtest=One -q"), outcome::output);
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    jdk("jdks/young", "25");
    var outcome = run("up");
    assertEquals(1, outcome.code());
    assertTrue(outcome.output().contains("needs Maven 3.8.6 or later"), outcome::output);
  }

  @Test
  void aFailedBuildShowsItsErrors() throws Exception {
    jdk("jdks/young", "25");
    write("maven/bin/mvn", "#!/bin/sh\necho '[ERROR] it does not compile'\nexit 1\n");
    var outcome = run("up");
    assertEquals(1, outcome.code());
    assertTrue(outcome.output().contains("it does not compile"), outcome::output);
    assertTrue(outcome.output().contains("the build failed"), outcome::output);
  }

  @Test
  void anUnknownCommandShowsTheHelp() throws Exception {
    var outcome = run("fly");
    assertEquals(1, outcome.code());
    assertTrue(outcome.output().contains("./perennial up"), outcome::output);
    assertTrue(outcome.output().contains("there is no command fly"), outcome::output);
    assertEquals(0, run("help").code());
  }

  private Outcome run(String... arguments) throws Exception {
    var builder = new ProcessBuilder(project.resolve("perennial").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", tools().toString(),
                "MAVEN_HOME", project.resolve("maven").toString(),
                "HOME", project.toString()));
    var process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  /** A directory with the tools that the script may use and no Java. */
  private Path tools() throws IOException {
    Path tools = Files.createDirectories(project.resolve("tools"));
    for (String tool :
        new String[] {
          "bash", "sh", "env", "cat", "cksum", "dirname", "find", "grep", "mkdir", "rm", "sed",
          "sort", "tail", "tr"
        }) {
      for (String directory : new String[] {"/usr/bin", "/bin"}) {
        Path original = Path.of(directory, tool);
        if (Files.exists(original) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), original);
        }
      }
    }
    return tools;
  }

  private void jdk(String home, String version) throws IOException {
    write(home + "/bin/javac", "#!/bin/sh\necho javac " + version + "\n");
  }

  private void write(String name, String script) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
