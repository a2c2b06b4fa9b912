package dev.perennial.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to run a program as another user than root, for Postgres refuses to run as root.
 *
 * @param prefix put before the command; empty when we are not root
 * @param owner whom the program's files must belong to; empty when they are right as they are
 */
record Unprivileged(List<String> prefix, String owner) {

  /**
   * The first that works here. A user namespace leaves the files with root and needs no other user,
   * but containers often forbid it; with the capability to pass by permissions, nobody reaches data
   * under root's home.
   */
  private static final List<Unprivileged> WAYS =
      List.of(
          new Unprivileged(List.of("unshare", "--user"), "root"),
          new Unprivileged(
              List.of(
                  "setpriv",
                  "--reuid=65534",
                  "--regid=65534",
                  "--clear-groups",
                  "--inh-caps=+dac_override",
                  "--ambient-caps=+dac_override"),
              "65534:65534"),
          new Unprivileged(
              List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
              "65534:65534"),
          new Unprivileged(List.of("runuser", "-u", "nobody", "--"), "nobody"),
          new Unprivileged(List.of("sudo", "-n", "-u", "nobody"), "nobody"));

  private static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), "");

  /** What to use here, tried once a call. */
  static Unprivileged find() {
    if (!"0".equals(userOf(List.of()))) {
      return AS_WE_ARE;
    }
    return WAYS.stream()
        .filter(Unprivileged::works)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "Postgres does not run as root, and none of unshare, setpriv, runuser and sudo"
                    + " works here: run this as an ordinary user"));
  }

  List<String> command(List<String> program) {
    return Stream.concat(prefix.stream(), program.stream()).toList();
  }

  /** Gives all files below the path to the owner. */
  void own(Path path) throws IOException {
    if (!owner.isEmpty()) {
      Commands.run(List.of("chown", "-R", owner, path.toString()));
    }
  }

  private boolean works() {
    String user = userOf(prefix);
    return !user.isEmpty() && !"0".equals(user);
  }

  private static String userOf(List<String> prefix) {
    try {
      var process =
          new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of("id", "-u")).toList())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String user = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? user : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
