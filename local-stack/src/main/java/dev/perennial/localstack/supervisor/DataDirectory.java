package dev.perennial.localstack.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What lives in {@code .perennial}. */
record DataDirectory(Path path) {

  Path of(String component) {
    return path.resolve(component);
  }

  Path binaries() {
    return path.resolve("binaries");
  }

  Path run() {
    return path.resolve("run");
  }

  Path log(String component) {
    return path.resolve("logs").resolve(component + ".log");
  }

  Path adminKey() {
    return path.resolve("admin.key");
  }

  /** Passable for others, because Postgres may run as another user; its files are closed. */
  void create() throws IOException {
    Files.createDirectories(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    Files.createDirectories(run());
    Files.createDirectories(path.resolve("logs"));
    Files.createDirectories(path.resolve("archives"));
  }

  /** A secret that is made once, readable by its owner only. */
  String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path fresh =
          Files.createTempFile(
              path,
              "secret",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file, UTF_8).strip();
  }

  String postgresPassword() throws IOException {
    return secret(path.resolve("postgres.password"));
  }

  /**
   * The supervisor holds this lock as long as it lives, and the kernel frees it however it ends.
   *
   * @return null when another process holds it
   */
  @Nullable FileLock lock() throws IOException {
    Files.createDirectories(run());
    var channel =
        FileChannel.open(
            run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = channel.tryLock();
    if (lock == null) {
      channel.close();
    }
    return lock;
  }

  boolean supervised() throws IOException {
    if (!Files.isDirectory(run())) {
      return false;
    }
    var lock = lock();
    if (lock == null) {
      return true;
    }
    lock.channel().close();
    return false;
  }
}
