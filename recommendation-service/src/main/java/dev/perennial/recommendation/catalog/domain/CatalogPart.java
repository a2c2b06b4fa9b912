package dev.perennial.recommendation.catalog.domain;

import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What is known of products. */
public final class CatalogPart implements Part {

  @Override
  public String key() {
    return "catalog";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Shop shop, SnapshotOutput out) {
    var catalog = shop.catalog();
    out.writeInt(catalog.size());
    for (int product = 0; product < catalog.end(); product++) {
      var entry = catalog.entry(product);
      if (entry.isPresent()) {
        out.writeInt(product);
        out.writeBoolean(catalog.isTold(product));
        write(entry.get(), out);
      }
    }
  }

  @Override
  public void read(Shop shop, SnapshotInput in) {
    for (int left = in.readInt(); left > 0; left--) {
      int product = in.readInt();
      if (in.readBoolean()) {
        shop.catalog().put(product, entry(in));
      } else {
        shop.catalog().putSeen(product, entry(in));
      }
    }
  }

  private static void write(CatalogEntry entry, SnapshotOutput out) {
    out.writeText(entry.name());
    out.writeText(entry.description());
    write(entry.categories(), out);
    out.writeText(entry.brand());
    out.writeText(entry.seller());
    write(entry.priceMicros(), out);
    write(entry.costMicros(), out);
    out.writeText(entry.currency());
    write(entry.stock(), out);
    write(List.copyOf(entry.tags()), out);
    out.writeText(entry.imageUrl());
    out.writeText(entry.url());
    out.writeInstant(entry.createdAt());
    out.writeBoolean(entry.deleted());
  }

  private static CatalogEntry entry(SnapshotInput in) {
    return new CatalogEntry(
        in.readText(),
        in.readText(),
        texts(in),
        in.readText(),
        in.readText(),
        optional(in),
        optional(in),
        in.readText(),
        optional(in),
        new TreeSet<>(texts(in)),
        in.readText(),
        in.readText(),
        in.readInstant(),
        in.readBoolean());
  }

  private static void write(List<String> texts, SnapshotOutput out) {
    out.writeInt(texts.size());
    texts.forEach(out::writeText);
  }

  private static List<String> texts(SnapshotInput in) {
    var texts = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readText());
    }
    return texts;
  }

  private static void write(OptionalLong number, SnapshotOutput out) {
    out.writeBoolean(number.isPresent());
    number.ifPresent(out::writeLong);
  }

  private static OptionalLong optional(SnapshotInput in) {
    return in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
  }
}
