package dev.perennial.recommendation.attribution.app;

import dev.perennial.recommendation.attribution.store.DailyCounts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Forgets counts of days long ago. */
@ApplicationScoped
public class ForgetCounts {

  /** So that a month can be compared with that of the year before. */
  static final int DAYS = 400;

  private static final int PAGE = 2_000;

  private final DailyCounts dailyCounts;

  ForgetCounts(DailyCounts dailyCounts) {
    this.dailyCounts = dailyCounts;
  }

  /** Forgets some of them, within a transaction; says whether there may be more. */
  public Uni<Boolean> some(SqlConnection tx, Instant now) {
    var first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS);
    return dailyCounts.forget(tx, first, PAGE).map(forgotten -> forgotten == PAGE);
  }
}
