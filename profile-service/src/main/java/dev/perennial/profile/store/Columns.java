package dev.perennial.profile.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into one array a column, in the order that a statement unnests them. */
final class Columns<T> {

  private final List<T> rows;
  private final Tuple tuple = Tuple.tuple();

  private Columns(List<T> rows) {
    this.rows = rows;
  }

  static <T> Columns<T> of(Collection<T> rows) {
    return new Columns<>(List.copyOf(rows));
  }

  Columns<T> text(Function<T, @Nullable String> column) {
    return add(String[]::new, column);
  }

  Columns<T> uuid(Function<T, UUID> column) {
    return add(UUID[]::new, column);
  }

  Columns<T> number(Function<T, @Nullable Long> column) {
    return add(Long[]::new, column);
  }

  Columns<T> integer(Function<T, Integer> column) {
    return add(Integer[]::new, column);
  }

  Columns<T> flag(Function<T, Boolean> column) {
    return add(Boolean[]::new, column);
  }

  Columns<T> instant(Function<T, @Nullable Instant> column) {
    return add(OffsetDateTime[]::new, row -> utc(column.apply(row)));
  }

  Columns<T> bytes(Function<T, byte @Nullable []> column) {
    return add(
        Buffer[]::new,
        row -> {
          var bytes = column.apply(row);
          return bytes == null ? null : Buffer.buffer(bytes);
        });
  }

  Tuple tuple() {
    return tuple;
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private <V> Columns<T> add(IntFunction<V[]> array, Function<T, @Nullable V> column) {
    V[] values = array.apply(rows.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    tuple.addValue(values);
    return this;
  }
}
