package dev.perennial.recommendation.attribution.store;

import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.attribution.domain.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads, of the table of placements, which of those that events name there are. */
@ApplicationScoped
public class KnownSources {

  // A placement that was deleted is one, as its last events may come late.
  private static final String KNOWN =
      """
      select s.place
      from unnest($1::text[], $2::text[], $3::text[])
        with ordinality as s(workspace, placement, variant, place)
      join placement p on p.workspace = s.workspace and p.key = s.placement
      where p.definition::jsonb -> 'variants'
        @> jsonb_build_array(jsonb_build_object('name', s.variant))
      """;

  /** What served an item in a workspace. */
  public record OfWorkspace(String workspace, Source source) {}

  /** Those of these, each with a placement, that there are. */
  public Uni<Set<OfWorkspace>> known(SqlClient tx, List<OfWorkspace> named) {
    if (named.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    var columns =
        Tuple.of(
            named.stream().map(OfWorkspace::workspace).toArray(String[]::new),
            named.stream().map(one -> one.source().placement()).toArray(String[]::new),
            named.stream().map(one -> one.source().variant()).toArray(String[]::new));
    return tx.preparedQuery(KNOWN)
        .execute(columns)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> named.get(row.getInteger("place") - 1))
                .collect(toSet()));
  }
}
