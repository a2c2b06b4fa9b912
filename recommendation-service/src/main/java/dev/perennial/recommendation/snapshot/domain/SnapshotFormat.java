package dev.perennial.recommendation.snapshot.domain;

import static java.util.Comparator.comparing;

import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.shop.domain.Shop;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Snapshots as bytes: what they are of, then each workspace part by part. */
public final class SnapshotFormat {

  /** "perennia", so that nothing else is taken for a snapshot. */
  private static final long MAGIC = 0x706572656e6e6961L;

  private static final int VERSION = 2;

  private final List<Part> parts;

  public SnapshotFormat(Collection<? extends Part> parts) {
    this.parts = parts.stream().sorted(comparing(Part::key)).<Part>map(part -> part).toList();
  }

  /** What fails is an {@link java.io.UncheckedIOException}. */
  public void write(Snapshot snapshot, WritableByteChannel channel) {
    var out = new SnapshotOutput(channel);
    out.writeLong(MAGIC);
    out.writeText(versions());
    out.writeText(snapshot.database());
    out.writeInt(snapshot.cursors().size());
    snapshot
        .cursors()
        .forEach((table, seen) -> {
          out.writeText(table);
          out.writeLongs(seen);
        });
    out.writeInt(snapshot.shops().size());
    snapshot
        .shops()
        .forEach((workspace, shop) -> {
          out.writeText(workspace);
          write(shop, out);
        });
    out.end();
  }

  /**
   * Reads all of it.
   *
   * @param database that it must be of
   * @throws RefusedSnapshot when it may not be used, and why
   */
  public Snapshot read(String database, ReadableByteChannel channel) {
    var in = new SnapshotInput(channel);
    check(in.readLong() == MAGIC, "it is no snapshot");
    check(in.readText().equals(versions()), "it is of another version of the service");
    check(in.readText().equals(database), "it is of another database, or of before a restore");
    var cursors = new HashMap<String, long[]>();
    for (int left = in.readInt(); left > 0; left--) {
      cursors.put(in.readText(), in.readLongs());
    }
    var shops = new HashMap<String, Shop>();
    for (int left = in.readInt(); left > 0; left--) {
      shops.put(in.readText(), shop(in));
    }
    in.end();
    return new Snapshot(database, cursors, shops);
  }

  /** The products first, in the order of their numbers, by which all parts know them. */
  private void write(Shop shop, SnapshotOutput out) {
    var products = shop.products();
    out.writeInt(products.size());
    for (int product = 0; product < products.size(); product++) {
      out.writeText(products.id(product));
      out.writeText(products.toldName(product));
      out.writeText(products.seenName(product));
    }
    parts.forEach(part -> part.write(shop, out));
  }

  private Shop shop(SnapshotInput in) {
    var shop = new Shop();
    for (int left = in.readInt(); left > 0; left--) {
      String id = in.readText();
      shop.products().tellName(id, in.readText());
      shop.products().seeName(id, in.readText());
    }
    parts.forEach(part -> part.read(shop, in));
    return shop;
  }

  private String versions() {
    var versions = new StringBuilder("format ").append(VERSION);
    parts.forEach(
        part -> versions.append(", ").append(part.key()).append(' ').append(part.version()));
    return versions.toString();
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new RefusedSnapshot(otherwise);
    }
  }
}
