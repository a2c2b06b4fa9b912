package dev.perennial.exactlyonce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** What a transaction does between the fence and the slot. */
@FunctionalInterface
interface Body {
  Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context);
}
