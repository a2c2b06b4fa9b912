package dev.perennial.recommendation.interest.app;

import dev.perennial.recommendation.interest.store.Interests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Forgets interest that is too old to matter. */
@ApplicationScoped
public class ForgetInterest {

  private static final int PAGE = 500;

  private final Interests interests;

  ForgetInterest(Interests interests) {
    this.interests = interests;
  }

  /** Forgets some of it, within a transaction; says whether there may be more. */
  public Uni<Boolean> some(SqlConnection tx, Instant now) {
    return interests.deleteOld(tx, now, PAGE).map(deleted -> deleted == PAGE);
  }
}
