package dev.perennial.localstack.component;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The operating system and processor, in the words of those who package binaries. */
record Platform(boolean mac, boolean arm, boolean musl) {

  static Platform current() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "");
    return new Platform(
        os.contains("mac"), arch.equals("aarch64"), Files.exists(Path.of("/etc/alpine-release")));
  }

  String postgresArchive() {
    String system = mac ? "darwin" : "linux";
    String processor = arm ? "arm_64" : "x86_64";
    return "/postgres-" + system + "-" + processor + (musl ? "-alpine_linux" : "") + ".txz";
  }

  String redisServer() {
    String processor = arm ? "arm64" : "amd64";
    if (mac) {
      return "/redis-server-6.2.6-v5-darwin-" + processor;
    }
    return arm ? "/redis-server-6.2.7-linux-arm64" : "/redis-server-6.2.6-v5-linux-amd64";
  }
}
