package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Between a service and Postgres: lets a COMMIT through and keeps its reply, when it is armed. */
final class CommitReplyProxy implements AutoCloseable {

  private static final byte[] COMMIT = "COMMIT".getBytes(US_ASCII);

  private final int target;
  private final ServerSocket server;
  private final AtomicInteger armed = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  CommitReplyProxy(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The reply of one more COMMIT will be lost, with its connection. */
  void loseNextReply() {
    armed.incrementAndGet();
  }

  int lost() {
    return lost.get();
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        var postgres = new Socket(InetAddress.getLoopbackAddress(), target);
        var committing = new AtomicBoolean();
        Thread.startVirtualThread(() -> pump(client, postgres, committing, true));
        Thread.startVirtualThread(() -> pump(postgres, client, committing, false));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void pump(Socket from, Socket to, AtomicBoolean committing, boolean upwards) {
    var buffer = new byte[65_536];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (upwards && isCommit(buffer, n) && armed.getAndUpdate(a -> Math.max(0, a - 1)) > 0) {
          committing.set(true);
        }
        if (!upwards && committing.get()) {
          lost.incrementAndGet();
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException _) {
      // One side has gone, and the other goes with it.
    }
  }

  /** A simple query: Q, its length, the text. */
  private static boolean isCommit(byte[] buffer, int length) {
    return length >= 5 + COMMIT.length
        && buffer[0] == 'Q'
        && Arrays.equals(buffer, 5, 5 + COMMIT.length, COMMIT, 0, COMMIT.length);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
