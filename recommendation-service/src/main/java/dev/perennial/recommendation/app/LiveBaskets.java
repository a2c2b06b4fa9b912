package dev.perennial.recommendation.app;

import dev.perennial.recommendation.domain.BasketIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The baskets of all workspaces, in memory. A reader never sees half a change. */
@ApplicationScoped
public class LiveBaskets {

  private record Guarded(BasketIndex index, ReadWriteLock lock) {

    Guarded() {
      this(new BasketIndex(), new ReentrantReadWriteLock());
    }

    <T> T read(Function<BasketIndex, T> reader) {
      lock.readLock().lock();
      try {
        return reader.apply(index);
      } finally {
        lock.readLock().unlock();
      }
    }

    void write(Consumer<BasketIndex> writer) {
      lock.writeLock().lock();
      try {
        writer.accept(index);
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  private final ConcurrentMap<String, Guarded> byWorkspace = new ConcurrentHashMap<>();

  /** Reads those of one workspace, which are none when nothing is known of it. */
  public <T> T read(String workspace, Function<BasketIndex, T> reader) {
    var guarded = byWorkspace.get(workspace);
    return guarded == null ? reader.apply(new BasketIndex()) : guarded.read(reader);
  }

  /** Sums up a figure over all workspaces. */
  public long total(ToLongFunction<BasketIndex> figure) {
    Collection<Guarded> all = byWorkspace.values();
    return all.stream().mapToLong(guarded -> guarded.read(figure::applyAsLong)).sum();
  }

  void write(String workspace, Consumer<BasketIndex> writer) {
    byWorkspace.computeIfAbsent(workspace, _ -> new Guarded()).write(writer);
  }
}
