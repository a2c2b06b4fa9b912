package dev.perennial.segment.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.perennial.segment.domain.Definitions;
import dev.perennial.segment.domain.Segment;
import dev.perennial.segment.domain.SegmentDefinition;
import dev.perennial.segment.domain.SegmentSet;
import dev.perennial.segment.store.DefinitionTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * The definitions, parsed. What is kept in memory is only used after the database has said, within
 * the caller's transaction, that it is still the generation of now: so all workers and replicas
 * agree, and a profile's history is fetched after all of them follow a new segment.
 */
@ApplicationScoped
public class CurrentDefinitions {

  private final DefinitionTable table;
  private volatile Definitions kept = new Definitions(-1, Map.of());

  CurrentDefinitions(DefinitionTable table) {
    this.table = table;
  }

  public Uni<Definitions> get(SqlClient client) {
    return table
        .generation(client)
        .chain(generation -> {
          var now = kept;
          return now.generation() == generation
              ? Uni.createFrom().item(now)
              : table
                  .snapshot(client)
                  .map(CurrentDefinitions::parsed)
                  .invoke(parsed -> kept = parsed);
        });
  }

  private static Definitions parsed(DefinitionTable.Snapshot snapshot) {
    var segments =
        snapshot.segments().stream()
            .collect(
                groupingBy(
                    SegmentDefinition::workspace, mapping(CurrentDefinitions::segment, toList())));
    var workspaces = new HashMap<String, SegmentSet>();
    segments.forEach(
        (workspace, all) -> workspaces.put(workspace, new SegmentSet(snapshot.generation(), all)));
    return new Definitions(snapshot.generation(), workspaces);
  }

  private static Segment segment(SegmentDefinition definition) {
    return Segment.of(
        definition.key(),
        definition.version(),
        definition.generation(),
        ConditionJson.read(definition.condition()));
  }
}
