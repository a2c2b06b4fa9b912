package dev.perennial.segment.app;

import dev.perennial.segment.domain.NoSuchSegment;
import dev.perennial.segment.domain.SegmentDefinition;
import dev.perennial.segment.store.BackfillTable;
import dev.perennial.segment.store.MemberReads;
import dev.perennial.segment.store.SegmentStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads segments with their state and size. */
@ApplicationScoped
public class ReadSegments {

  private final SegmentStore segments;
  private final MemberReads members;
  private final BackfillTable backfills;
  private final Pool pool;
  private final int shards;

  ReadSegments(
      SegmentStore segments,
      MemberReads members,
      BackfillTable backfills,
      Pool pool,
      @ConfigProperty(name = "perennial.shards", defaultValue = "16") int shards) {
    this.segments = segments;
    this.members = members;
    this.backfills = backfills;
    this.pool = pool;
    this.shards = shards;
  }

  /** Fails with {@link NoSuchSegment}. */
  public Uni<SegmentStatus> get(String workspace, String key) {
    return segments
        .get(workspace, key)
        .chain(found -> status(found.orElseThrow(NoSuchSegment::new)));
  }

  public Uni<List<SegmentStatus>> list(String workspace) {
    return segments.list(workspace).chain(found -> statuses(workspace, found));
  }

  Uni<SegmentStatus> status(SegmentDefinition definition) {
    // The state first: a segment that says it is live must not show a size from before.
    return backfills
        .done(pool, definition.workspace(), shards)
        .chain(done ->
            members
                .size(definition.workspace(), definition.key())
                .map(size -> new SegmentStatus(definition, done >= definition.generation(), size)));
  }

  private Uni<List<SegmentStatus>> statuses(String workspace, List<SegmentDefinition> found) {
    return backfills
        .done(pool, workspace, shards)
        .chain(done ->
            members
                .sizes(workspace)
                .map(sizes ->
                    found.stream()
                        .map(one ->
                            new SegmentStatus(
                                one, done >= one.generation(), sizes.getOrDefault(one.key(), 0L)))
                        .toList()));
  }
}
