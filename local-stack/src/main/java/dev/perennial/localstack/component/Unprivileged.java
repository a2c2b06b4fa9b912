package dev.perennial.localstack.component;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to run a program as another user, for Postgres refuses to run as root and as a user who has
 * no name.
 *
 * @param prefix put before the command; empty when we may run it ourselves
 * @param owner whom the program's files must belong to; empty when they are right as they are
 */
record Unprivileged(List<String> prefix, String owner) {

  private static final String NOBODY = "65534";

  private static final List<String> SETPRIV =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /** The first way that works here. */
  static Unprivileged find() {
    String us = output(List.of("id", "-u"));
    if (!us.equals("0") && !output(List.of("id", "-un")).isEmpty()) {
      return new Unprivileged(List.of(), "");
    }
    return ways(us).stream()
        .filter(Unprivileged::works)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "Postgres does not run as root or as a user without a name, and none of"
                    + " unshare, setpriv, runuser and sudo works here: run this as an ordinary"
                    + " user"));
  }

  /**
   * A user namespace leaves the files with us and needs no other user, but containers often forbid
   * it; with the capability to pass by permissions, nobody reaches data under root's home.
   */
  private static List<Unprivileged> ways(String us) {
    return List.of(
        new Unprivileged(List.of("unshare", "--user"), us),
        new Unprivileged(
            concat(SETPRIV, List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override")),
            NOBODY),
        new Unprivileged(SETPRIV, NOBODY),
        new Unprivileged(List.of("runuser", "-u", "nobody", "--"), "nobody"),
        new Unprivileged(List.of("sudo", "-n", "-u", "nobody"), "nobody"));
  }

  List<String> command(List<String> program) {
    return concat(prefix, program);
  }

  /** Gives all files below the path to the owner. */
  void own(Path path) throws IOException {
    if (!owner.isEmpty()) {
      Commands.run(List.of("chown", "-R", owner, path.toString()));
    }
  }

  private boolean works() {
    String user = output(command(List.of("id", "-u")));
    return !user.isEmpty() && !user.equals("0") && !output(command(List.of("id", "-un"))).isEmpty();
  }

  /** What a program prints; empty when it cannot be run or fails. */
  private static String output(List<String> command) {
    try {
      return Commands.run(command).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
