package dev.perennial.recommendation.snapshot.domain;

import static java.util.Objects.requireNonNull;

import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Map;

/**
 * All that is in memory at one moment.
 *
 * @param database the history of the database that it follows
 * @param cursors by table, the number of the last change of each shard that is in the shops
 * @param shops by workspace; not copies
 */
public record Snapshot(String database, Map<String, long[]> cursors, Map<String, Shop> shops) {

  public Snapshot {
    requireNonNull(database, "database");
    cursors = Map.copyOf(cursors);
    shops = Map.copyOf(shops);
  }
}
