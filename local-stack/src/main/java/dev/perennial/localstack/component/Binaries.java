package dev.perennial.localstack.component;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the programs of Postgres and Redis from the jars that bring them, once a directory; other
 * processes may do the same at the same time.
 */
public final class Binaries {

  private final Path directory;
  private final Platform platform = Platform.current();

  public Binaries(Path directory) {
    this.directory = directory;
  }

  /**
   * Unpacks all. To be called before any program is started: one that is started while another is
   * still being written inherits the open file, and the system refuses to run what is open.
   */
  public void unpack() throws IOException {
    postgres();
    redis();
  }

  /** The home of Postgres, with {@code bin} and {@code lib}. */
  Path postgres() throws IOException {
    return once("postgres", platform.postgresArchive(), Binaries::untar);
  }

  /** The program {@code redis-server}. */
  Path redis() throws IOException {
    return once("redis", platform.redisServer(), Binaries::program).resolve("redis-server");
  }

  private interface Unpack {
    void to(Path target, InputStream resource) throws IOException;
  }

  /** A target appears whole or not at all: it is filled beside its place and then renamed. */
  private Path once(String name, String resource, Unpack unpack) throws IOException {
    Files.createDirectories(directory);
    try (var lock =
            FileChannel.open(
                directory.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var held = lock.lock();
        var content = Binaries.class.getResourceAsStream(resource)) {
      if (content == null || !held.isValid()) {
        throw new FileNotFoundException("no binaries for this system: " + resource);
      }
      // The size tells the versions apart well enough for a cache of our own.
      Path target = directory.resolve(name + "-" + content.available());
      if (!Files.isDirectory(target)) {
        Path fresh = Files.createTempDirectory(directory, name);
        unpack.to(fresh, content);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      }
      return target;
    }
  }

  private static void program(Path target, InputStream resource) throws IOException {
    Path file = target.resolve("redis-server");
    Files.copy(resource, file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void untar(Path target, InputStream resource) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("an entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
