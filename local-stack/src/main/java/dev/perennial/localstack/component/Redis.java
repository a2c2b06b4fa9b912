package dev.perennial.localstack.component;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Redis as a cache: it keeps nothing on disk and forgets the least used when it is full.
 *
 * @param memory its limit, in the words of Redis: {@code 128mb}
 */
public record Redis(Path home, Binaries binaries, int port, String memory) implements Component {

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(home);
    binaries.redis();
  }

  @Override
  public List<String> command() {
    try {
      return List.of(
          binaries.redis().toString(),
          "--port",
          Integer.toString(port),
          "--bind",
          "127.0.0.1",
          "--dir",
          home.toString(),
          "--save",
          "",
          "--appendonly",
          "no",
          "--maxmemory",
          memory,
          "--maxmemory-policy",
          "allkeys-lru");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean ready() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1_000);
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(5), US_ASCII).equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }
}
