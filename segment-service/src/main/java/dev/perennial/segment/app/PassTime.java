package dev.perennial.segment.app;

import dev.perennial.segment.domain.Definitions;
import dev.perennial.segment.domain.Outcome;
import dev.perennial.segment.domain.Profile;
import dev.perennial.segment.domain.Segmentation;
import dev.perennial.segment.domain.Transition;
import dev.perennial.segment.store.ProfileTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Lets profiles enter and leave at the second that time alone decides. */
@ApplicationScoped
public class PassTime {

  private static final int MOST_OF_A_SHARD = 200;

  private final CurrentDefinitions definitions;
  private final Profiles profiles;
  private final ProfileTable table;
  private final Pool pool;

  PassTime(CurrentDefinitions definitions, Profiles profiles, ProfileTable table, Pool pool) {
    this.definitions = definitions;
    this.profiles = profiles;
    this.table = table;
    this.pool = pool;
  }

  public Uni<Boolean> anyDue(Set<Integer> shards) {
    return table.anyDue(pool, shards);
  }

  /**
   * Takes those whose time has come, by the database's clock.
   *
   * @return what became of them; empty in the end
   */
  public Uni<List<Transition>> pass(SqlConnection tx, Instant now, Set<Integer> shards) {
    return definitions
        .get(tx)
        .chain(current ->
            profiles
                .loadDue(tx, shards, now, MOST_OF_A_SHARD)
                .chain(due -> {
                  var outcomes =
                      due.values().stream().map(one -> passed(one, current, now)).toList();
                  return profiles.save(tx, due, outcomes).replaceWith(() -> inOrder(outcomes));
                }));
  }

  private static Outcome passed(Profile profile, Definitions current, Instant now) {
    return new Segmentation(current.of(profile.key().workspace())).passTime(profile, now, now);
  }

  /** In order of time; the sort is stable, so that a profile's own order stays. */
  private static List<Transition> inOrder(List<Outcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.transitions().stream())
        .sorted(Comparator.comparing(Transition::effectiveAt))
        .toList();
  }
}
