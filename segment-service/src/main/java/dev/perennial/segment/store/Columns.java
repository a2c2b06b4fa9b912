package dev.perennial.segment.store;

import dev.perennial.segment.domain.Answer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows as arrays, one a column, for {@code unnest}, and instants as Postgres has them. */
final class Columns {

  private Columns() {}

  static <R, C> C[] column(
      Collection<R> rows, Function<? super R, C> column, IntFunction<C[]> array) {
    return rows.stream().map(column).toArray(array);
  }

  static <R> @Nullable OffsetDateTime[] instants(
      Collection<R> rows, Function<? super R, Instant> column) {
    var instants = new OffsetDateTime[rows.size()];
    int i = 0;
    for (var row : rows) {
      instants[i++] = orNull(column.apply(row));
    }
    return instants;
  }

  static OffsetDateTime offset(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** For ever is null. */
  static @Nullable OffsetDateTime orNull(Instant instant) {
    return instant.equals(Answer.FOR_EVER) ? null : offset(instant);
  }

  /** Null is for ever. */
  static Instant orForEver(@Nullable OffsetDateTime time) {
    return time == null ? Answer.FOR_EVER : time.toInstant();
  }

  /** As {@code Tuple.of}, for any number of values, which may be arrays. */
  static Tuple tuple(@Nullable Object... values) {
    return Tuple.tuple(Arrays.asList(values));
  }

  static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapper) {
    var list = new ArrayList<T>(rows.size());
    rows.forEach(row -> list.add(mapper.apply(row)));
    return list;
  }
}
