package dev.perennial.recommendation.snapshot.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.perennial.recommendation.snapshot.domain.RefusedSnapshot;
import dev.perennial.recommendation.snapshot.domain.Snapshot;
import dev.perennial.recommendation.snapshot.domain.SnapshotFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/**
 * The one snapshot of a replica on disk: whole or not there, and its owner's only, as it holds ids
 * of profiles with what they bought.
 *
 * @param directory of this replica alone; made when it is not there
 */
public record SnapshotFile(Path directory, SnapshotFormat format) {

  /** When a snapshot was written, and its size. */
  public record Written(Instant at, long bytes) {}

  /**
   * Replaces the snapshot.
   *
   * @throws IOException when the disk does not take it; the one before is still there
   */
  public Written write(Snapshot snapshot) throws IOException {
    Files.createDirectories(directory, owned("rwx------"));
    Path fresh = directory.resolve("snapshot.new");
    // What a replica that was killed left behind.
    Files.deleteIfExists(fresh);
    try (var channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), owned("rw-------"))) {
      format.write(snapshot, channel);
      channel.force(true);
    }
    Files.move(fresh, path(), ATOMIC_MOVE, REPLACE_EXISTING);
    try (var entries = FileChannel.open(directory, READ)) {
      entries.force(true);
    }
    return written();
  }

  /** Of the snapshot that is there. */
  public Written written() throws IOException {
    return new Written(Files.getLastModifiedTime(path()).toInstant(), Files.size(path()));
  }

  /**
   * Reads all of it.
   *
   * @param database that it must be of
   * @throws RefusedSnapshot when there is none that may be used, and why
   */
  public Snapshot read(String database) {
    if (!Files.exists(path())) {
      throw new RefusedSnapshot("there is none");
    }
    try (var channel = FileChannel.open(path(), READ)) {
      return format.read(database, channel);
    } catch (IOException e) {
      throw new RefusedSnapshot("it cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  public Path path() {
    return directory.resolve("snapshot");
  }

  private static FileAttribute<?> owned(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
