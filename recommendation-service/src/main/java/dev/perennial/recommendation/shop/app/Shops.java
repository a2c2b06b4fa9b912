package dev.perennial.recommendation.shop.app;

import dev.perennial.recommendation.shop.domain.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What is known of each workspace, in memory. A reader never sees half a change. */
@ApplicationScoped
public class Shops {

  private record Guarded(Shop shop, ReadWriteLock lock) {

    Guarded() {
      this(new Shop(), new ReentrantReadWriteLock());
    }

    <T> T read(Function<Shop, T> reader) {
      lock.readLock().lock();
      try {
        return reader.apply(shop);
      } finally {
        lock.readLock().unlock();
      }
    }

    void write(Consumer<Shop> writer) {
      lock.writeLock().lock();
      try {
        writer.accept(shop);
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  private final ConcurrentMap<String, Guarded> byWorkspace = new ConcurrentHashMap<>();

  /** Reads one workspace, which is empty when nothing is known of it. */
  public <T> T read(String workspace, Function<Shop, T> reader) {
    var guarded = byWorkspace.get(workspace);
    return guarded == null ? reader.apply(new Shop()) : guarded.read(reader);
  }

  /** Sums up a figure over all workspaces. */
  public long total(ToLongFunction<Shop> figure) {
    Collection<Guarded> all = byWorkspace.values();
    return all.stream().mapToLong(guarded -> guarded.read(figure::applyAsLong)).sum();
  }

  /** The workspaces of which anything is known. */
  public Set<String> workspaces() {
    return Set.copyOf(byWorkspace.keySet());
  }

  void write(String workspace, Consumer<Shop> writer) {
    byWorkspace.computeIfAbsent(workspace, _ -> new Guarded()).write(writer);
  }
}
