package dev.perennial.recommendation.attribution.app;

import dev.perennial.recommendation.attribution.store.Clicks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Forgets clicks of which nothing more is expected; what was counted of them stays. */
@ApplicationScoped
public class ForgetClicks {

  /** After so long without news of it: seven days for the purchase, the rest for its refund. */
  static final Duration AFTER = Duration.ofDays(30);

  private static final int PAGE = 500;

  private final Clicks clicks;

  ForgetClicks(Clicks clicks) {
    this.clicks = clicks;
  }

  /** Forgets some of them, within a transaction; says whether there may be more. */
  public Uni<Boolean> some(SqlConnection tx, Instant now) {
    return clicks.forget(tx, now.minus(AFTER), PAGE).map(forgotten -> forgotten >= PAGE);
  }
}
