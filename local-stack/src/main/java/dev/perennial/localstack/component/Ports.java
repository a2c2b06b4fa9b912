package dev.perennial.localstack.component;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Free and busy ports of this machine. */
public final class Ports {

  private static final int FIRST = 10_000;
  private static final int END = 20_000;

  private Ports() {}

  /**
   * So many ports that nobody uses, all different; from below those that systems give to outgoing
   * connections, which would take one before its server has started.
   */
  public static List<Integer> free(int count) {
    return ThreadLocalRandom.current()
        .ints(FIRST, END)
        .distinct()
        .filter(port -> !busy(port))
        .limit(count)
        .boxed()
        .toList();
  }

  /** Whether someone listens, on all addresses or on the loopback one, which systems tell apart. */
  public static boolean busy(int port) {
    return !bindable(new InetSocketAddress(port))
        || !bindable(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
  }

  private static boolean bindable(InetSocketAddress address) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
