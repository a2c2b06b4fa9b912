package dev.perennial.segment.app;

import dev.perennial.segment.domain.InvalidDefinition;
import dev.perennial.segment.domain.MembersStillLeaving;
import dev.perennial.segment.store.DeletedSegments;
import dev.perennial.segment.store.SegmentStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.regex.Pattern;

/** Creates a segment or changes it. */
@ApplicationScoped
public class PutSegment {

  private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,64}");
  private static final int LONGEST_NAME = 200;

  private final SegmentStore segments;
  private final DeletedSegments deleted;
  private final ReadSegments reads;
  private final Pool pool;
  private final Clock clock;

  PutSegment(
      SegmentStore segments, DeletedSegments deleted, ReadSegments reads, Pool pool, Clock clock) {
    this.segments = segments;
    this.deleted = deleted;
    this.reads = reads;
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Takes it over; its members follow from history in the background.
   *
   * @param name shown to people; empty for the key
   * @param condition in JSON
   * @return fails with {@link InvalidDefinition} or {@link MembersStillLeaving}
   */
  public Uni<SegmentStatus> put(String workspace, String key, String name, String condition) {
    return Uni.createFrom()
        .item(() -> checked(workspace, key, name, condition))
        .call(() -> deleted.hasMembers(pool, workspace, key).invoke(PutSegment::mustNot))
        .chain(compact ->
            segments.put(workspace, key, name.isBlank() ? key : name, compact, clock.instant()))
        .chain(reads::status);
  }

  private static void mustNot(boolean stillHasMembers) {
    if (stillHasMembers) {
      throw new MembersStillLeaving();
    }
  }

  private static String checked(String workspace, String key, String name, String condition) {
    if (!KEY.matcher(workspace).matches()) {
      throw new InvalidDefinition(
          "/workspace", "must be 1 to 64 lower-case letters, digits and hyphens");
    }
    if (!KEY.matcher(key).matches()) {
      throw new InvalidDefinition("/key", "must be 1 to 64 lower-case letters, digits and hyphens");
    }
    if (name.length() > LONGEST_NAME) {
      throw new InvalidDefinition("/name", "must not be longer than 200 characters");
    }
    try {
      return ConditionJson.compact(condition);
    } catch (InvalidDefinition e) {
      throw new InvalidDefinition("/condition" + e.pointer(), e.reason());
    }
  }
}
