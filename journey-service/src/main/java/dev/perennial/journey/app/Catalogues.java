package dev.perennial.journey.app;

import static java.util.stream.Collectors.groupingBy;

import dev.perennial.journey.domain.Catalogue;
import dev.perennial.journey.domain.Journey;
import dev.perennial.journey.domain.JourneyId;
import dev.perennial.journey.domain.PublishedJourney;
import dev.perennial.journey.domain.Run;
import dev.perennial.journey.store.PublishedVersions;
import dev.perennial.journey.store.PublishedVersions.Newest;
import dev.perennial.journey.store.PublishedVersions.Version;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The journeys as they are in a transaction. Versions never change, so each is read and parsed
 * once.
 */
@ApplicationScoped
public class Catalogues {

  private final PublishedVersions versions;
  private final DefinitionParser parser;
  private final Map<Version, Journey> parsed = new ConcurrentHashMap<>();

  Catalogues(PublishedVersions versions, DefinitionParser parser) {
    this.versions = versions;
    this.parser = parser;
  }

  /**
   * By workspace.
   *
   * @param runs the runs whose versions are needed, besides the newest of every journey
   */
  public Uni<Map<String, Catalogue>> load(
      SqlConnection tx, Set<String> workspaces, Collection<Run> runs) {
    return versions
        .newest(tx, workspaces)
        .flatMap(newest -> {
          var needed = new LinkedHashSet<Version>();
          newest.forEach(journey -> needed.add(journey.version()));
          runs.stream().filter(Run::active).forEach(run -> needed.add(versionOf(run)));
          return parse(tx, needed).replaceWith(() -> catalogues(workspaces, newest, needed));
        });
  }

  private Uni<Void> parse(SqlConnection tx, Set<Version> needed) {
    var unread = needed.stream().filter(version -> !parsed.containsKey(version)).toList();
    if (unread.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return versions
        .definitions(tx, unread)
        .invoke(definitions ->
            definitions.forEach((version, text) -> parsed.put(version, parse(version, text))))
        .replaceWithVoid();
  }

  private Journey parse(Version version, String text) {
    return switch (parser.parse(version.journey().key(), text)) {
      case Definition.Valid(Journey journey) -> journey;
      case Definition.Invalid(_) ->
          throw new IllegalStateException("a published version is not valid: " + version);
    };
  }

  private Map<String, Catalogue> catalogues(
      Set<String> workspaces, List<Newest> newest, Set<Version> needed) {
    var published = newest.stream().collect(groupingBy(n -> n.version().journey().workspace()));
    var used = needed.stream().collect(groupingBy(version -> version.journey().workspace()));
    var catalogues = new HashMap<String, Catalogue>();
    for (String workspace : workspaces) {
      var definitions = new HashMap<Catalogue.Version, Journey>();
      for (Version version : used.getOrDefault(workspace, List.of())) {
        definitions.put(
            new Catalogue.Version(version.journey().key(), version.version()), of(version));
      }
      var journeys =
          published.getOrDefault(workspace, List.of()).stream().map(this::published).toList();
      catalogues.put(workspace, new Catalogue(journeys, definitions));
    }
    return catalogues;
  }

  private PublishedJourney published(Newest newest) {
    Version version = newest.version();
    return new PublishedJourney(
        version.journey().key(), version.version(), newest.paused(), of(version));
  }

  private Journey of(Version version) {
    Journey journey = parsed.get(version);
    if (journey == null) {
      throw new IllegalStateException("not there: " + version);
    }
    return journey;
  }

  private static Version versionOf(Run run) {
    return new Version(new JourneyId(run.profile().workspace(), run.journey()), run.version());
  }
}
