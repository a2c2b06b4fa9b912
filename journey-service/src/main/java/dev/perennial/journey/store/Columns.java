package dev.perennial.journey.store;

import static java.time.ZoneOffset.UTC;

import dev.perennial.journey.domain.ProfileId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows as arrays, one a column, for {@code unnest}. */
final class Columns {

  private Columns() {}

  static <T> @Nullable String[] texts(
      Collection<T> rows, Function<? super T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  static <T> @Nullable UUID[] ids(Collection<T> rows, Function<? super T, @Nullable UUID> column) {
    return rows.stream().map(column).toArray(UUID[]::new);
  }

  static <T> Integer[] ints(Collection<T> rows, ToIntFunction<? super T> column) {
    return rows.stream().map(column::applyAsInt).toArray(Integer[]::new);
  }

  static <T> Long[] longs(Collection<T> rows, ToLongFunction<? super T> column) {
    return rows.stream().map(column::applyAsLong).toArray(Long[]::new);
  }

  static <T> @Nullable OffsetDateTime[] instants(
      Collection<T> rows, Function<? super T, @Nullable Instant> column) {
    return rows.stream().map(row -> offset(column.apply(row))).toArray(OffsetDateTime[]::new);
  }

  static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(UTC);
  }

  static Tuple profiles(Collection<ProfileId> profiles) {
    return tuple(texts(profiles, ProfileId::workspace), ids(profiles, ProfileId::id));
  }

  /** As {@code Tuple.of}, for any number of values, which may be arrays. */
  static Tuple tuple(@Nullable Object... values) {
    return Tuple.tuple(Arrays.asList(values));
  }

  static ProfileId profile(Row row) {
    return new ProfileId(row.getString("workspace"), row.getUUID("profile_id"));
  }

  static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapper) {
    var list = new ArrayList<T>(rows.size());
    rows.forEach(row -> list.add(mapper.apply(row)));
    return list;
  }
}
