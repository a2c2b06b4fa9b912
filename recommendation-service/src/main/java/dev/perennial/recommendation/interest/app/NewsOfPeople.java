package dev.perennial.recommendation.interest.app;

import dev.perennial.recommendation.interest.domain.Noticed;
import dev.perennial.recommendation.interest.store.LatestNews;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is news to people, with one query for all of them. */
@ApplicationScoped
public class NewsOfPeople {

  private final Pool pool;
  private final LatestNews latest;
  private final InterestConfig config;
  private final Clock clock;

  NewsOfPeople(Pool pool, LatestNews latest, InterestConfig config, Clock clock) {
    this.pool = pool;
    this.latest = latest;
    this.config = config;
    this.clock = clock;
  }

  /** By person; nothing of those to whom nothing is news. */
  public Uni<Map<UUID, List<Noticed>>> of(String workspace, Set<UUID> people) {
    return latest.of(
        pool,
        workspace,
        people,
        clock.instant().minus(config.lately()),
        config.window(),
        config.minPriceDrop());
  }
}
