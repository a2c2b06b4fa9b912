package dev.perennial.recommendation.shop.app;

import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.shop.domain.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What is known of each workspace, in memory. A reader never sees half a change. */
@ApplicationScoped
public class Shops {

  /**
   * One workspace.
   *
   * @param changing is held by who changes it and by who copies it. Who waits for a copy waits
   *     here, before the lock: once a change waits at the lock, so do all answers that come after
   *     it.
   */
  private record Guarded(Shop shop, Lock changing, ReadWriteLock lock) {

    Guarded(Shop shop) {
      this(shop, new ReentrantLock(), new ReentrantReadWriteLock());
    }

    <T> T read(Function<Shop, T> reader) {
      lock.readLock().lock();
      try {
        return reader.apply(shop);
      } finally {
        lock.readLock().unlock();
      }
    }

    <T> T unchanged(Function<Shop, T> reader) {
      changing.lock();
      try {
        return reader.apply(shop);
      } finally {
        changing.unlock();
      }
    }

    void write(Consumer<Shop> writer) {
      changing.lock();
      try {
        writeAlone(writer);
      } finally {
        changing.unlock();
      }
    }

    private void writeAlone(Consumer<Shop> writer) {
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

  /**
   * Reads one workspace, however long it takes: changes wait for it, answers do not. For copies of
   * millions of orders.
   */
  <T> T readLong(String workspace, Function<Shop, T> reader) {
    var guarded = byWorkspace.get(workspace);
    return guarded == null ? reader.apply(new Shop()) : guarded.unchanged(reader);
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
    byWorkspace.computeIfAbsent(workspace, _ -> new Guarded(new Shop())).write(writer);
  }

  /** For the thread that folds: nothing but models is replaced meanwhile, so it takes no lock. */
  Map<String, Shop> unguarded() {
    return byWorkspace.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().shop));
  }

  /** Forgets all of them. */
  void clear() {
    byWorkspace.clear();
  }

  /** Begins with these, each whole; before anything was written. */
  void beginWith(Map<String, Shop> shops) {
    shops.forEach((workspace, shop) -> byWorkspace.put(workspace, new Guarded(shop)));
  }
}
