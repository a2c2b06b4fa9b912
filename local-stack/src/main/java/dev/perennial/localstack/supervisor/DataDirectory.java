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
import java.util.List;
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

  Path adminKeyFile() {
    return path.resolve("admin.key");
  }

  private Path secretKeyFile() {
    return path.resolve("secret.key");
  }

  private Path postgresPasswordFile() {
    return path.resolve("postgres.password");
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
  private String secret(Path file, Base64.Encoder encoder) throws IOException {
    if (!Files.exists(file)) {
      var random = new byte[32];
      new SecureRandom().nextBytes(random);
      Path fresh =
          Files.createTempFile(
              path,
              "secret",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, encoder.encodeToString(random));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file, UTF_8).strip();
  }

  String adminKey() throws IOException {
    return secret(adminKeyFile(), Base64.getUrlEncoder().withoutPadding());
  }

  /** What services encrypt with: 32 bytes in plain base64. */
  String secretKey() throws IOException {
    return secret(secretKeyFile(), Base64.getEncoder());
  }

  String postgresPassword() throws IOException {
    return secret(postgresPasswordFile(), Base64.getUrlEncoder().withoutPadding());
  }

  void forgetSecrets() throws IOException {
    for (Path file : List.of(adminKeyFile(), secretKeyFile(), postgresPasswordFile())) {
      Files.deleteIfExists(file);
    }
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
