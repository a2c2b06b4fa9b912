package dev.perennial.recommendation.attribution.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.perennial.recommendation.attribution.domain.Cell;
import dev.perennial.recommendation.attribution.domain.Counts;
import dev.perennial.recommendation.attribution.domain.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table of counts by day. */
@ApplicationScoped
public class DailyCounts {

  private static final String NO_CURRENCY = "";

  // In the order of the key, as other shards count in the same rows: no deadlocks.
  private static final String ADD =
      """
      insert into recommendation_count as c (workspace, day, placement, variant, strategy,
                                             product_id, currency, exposures, clicks, purchases,
                                             value_micros)
      select * from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[],
                           $7::text[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])
      order by 1, 2, 3, 4, 5, 6, 7
      on conflict (workspace, day, placement, variant, strategy, product_id, currency) do update
      set exposures = c.exposures + excluded.exposures, clicks = c.clicks + excluded.clicks,
          purchases = c.purchases + excluded.purchases,
          value_micros = c.value_micros + excluded.value_micros
      """;

  private static final String BETWEEN =
      """
      select placement, variant, strategy, product_id, currency,
             sum(exposures)::bigint as exposures, sum(clicks)::bigint as clicks,
             sum(purchases)::bigint as purchases,
             least(sum(value_micros), 9223372036854775807)::bigint as value_micros
      from recommendation_count
      where workspace = $1 and day between $2 and $3
      group by placement, variant, strategy, product_id, currency
      """;

  private static final String FORGET =
      """
      delete from recommendation_count where ctid = any(array(
        select ctid from recommendation_count where day < $1 limit $2 for update skip locked))
      """;

  /** Of one cell, what is in one currency; what is in none is with the empty one. */
  private record Part(Cell cell, String currency, Counts counts) {

    static Stream<Part> of(Cell cell, Counts counts) {
      var currencies = new TreeSet<>(counts.micros().keySet());
      currencies.add(NO_CURRENCY);
      return currencies.stream().map(currency -> new Part(cell, currency, counts));
    }

    Long count(ToLongFunction<Counts> count) {
      return currency.equals(NO_CURRENCY) ? count.applyAsLong(counts) : 0;
    }

    Long micros() {
      return counts.micros().getOrDefault(currency, 0L);
    }
  }

  public Uni<Void> add(SqlClient tx, Map<Cell, Counts> counts) {
    var parts =
        counts.entrySet().stream()
            .flatMap(entry -> Part.of(entry.getKey(), entry.getValue()))
            .toList();
    var cells = parts.stream().map(Part::cell).toList();
    var sources = cells.stream().map(Cell::source).toList();
    var columns =
        List.<Object>of(
            cells.stream().map(Cell::workspace).toArray(String[]::new),
            cells.stream().map(Cell::day).toArray(LocalDate[]::new),
            sources.stream().map(Source::placement).toArray(String[]::new),
            sources.stream().map(Source::variant).toArray(String[]::new),
            sources.stream().map(Source::strategy).toArray(String[]::new),
            cells.stream().map(Cell::product).toArray(String[]::new),
            parts.stream().map(Part::currency).toArray(String[]::new),
            parts.stream().map(one -> one.count(Counts::exposures)).toArray(Long[]::new),
            parts.stream().map(one -> one.count(Counts::clicks)).toArray(Long[]::new),
            parts.stream().map(one -> one.count(Counts::purchases)).toArray(Long[]::new),
            parts.stream().map(Part::micros).toArray(Long[]::new));
    return tx.preparedQuery(ADD).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** Deletes some of the days before this one, and says how many rows. */
  public Uni<Integer> forget(SqlClient tx, LocalDate first, int limit) {
    return tx.preparedQuery(FORGET).execute(Tuple.of(first, limit)).map(SqlResult::rowCount);
  }

  /** By source and product, over the days from the first to the last, both included. */
  public Uni<Map<Source, Map<String, Counts>>> between(
      SqlClient client, String workspace, LocalDate first, LocalDate last) {
    return client
        .preparedQuery(BETWEEN)
        .execute(Tuple.of(workspace, first, last))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(
                    groupingBy(
                        DailyCounts::source,
                        toMap(
                            row -> row.getString("product_id"),
                            DailyCounts::counts,
                            Counts::plus))));
  }

  private static Source source(Row row) {
    return new Source(
        row.getString("placement"), row.getString("variant"), row.getString("strategy"));
  }

  private static Counts counts(Row row) {
    return new Counts(
        row.getLong("exposures"),
        row.getLong("clicks"),
        row.getLong("purchases"),
        Map.of(row.getString("currency"), row.getLong("value_micros")));
  }
}
