package dev.perennial.recommendation.attribution.app;

import dev.perennial.recommendation.attribution.domain.Source;
import dev.perennial.recommendation.attribution.store.KnownSources;
import dev.perennial.recommendation.attribution.store.KnownSources.OfWorkspace;
import dev.perennial.recommendation.serving.app.Strategies;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out what names a strategy, placement or variant that there is not. Ids come from clients:
 * what is made up would be counted in rows of its own for ever.
 */
@ApplicationScoped
class ScreenSources {

  private final KnownSources knownSources;
  private final Set<String> strategies;

  ScreenSources(KnownSources knownSources, Strategies strategies) {
    this.knownSources = knownSources;
    this.strategies = new HashSet<>(strategies.keys());
    this.strategies.add(Source.PINNED);
  }

  /** What was done with what can have been shown. */
  Uni<List<Done>> screen(SqlConnection tx, List<Done> done) {
    var served =
        done.stream().filter(one -> strategies.contains(one.act().source().strategy())).toList();
    var placed =
        served.stream()
            .filter(one -> !one.act().source().placement().isEmpty())
            .map(ScreenSources::source)
            .distinct()
            .toList();
    return knownSources
        .known(tx, placed)
        .map(known ->
            served.stream()
                .filter(
                    one -> one.act().source().placement().isEmpty() || known.contains(source(one)))
                .toList());
  }

  private static OfWorkspace source(Done done) {
    return new OfWorkspace(done.profile().workspace(), done.act().source());
  }
}
