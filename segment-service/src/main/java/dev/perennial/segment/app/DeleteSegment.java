package dev.perennial.segment.app;

import dev.perennial.segment.domain.NoSuchSegment;
import dev.perennial.segment.store.SegmentStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deletes a segment; {@link LetMembersLeave} follows. */
@ApplicationScoped
public class DeleteSegment {

  private final SegmentStore segments;
  private final Clock clock;

  DeleteSegment(SegmentStore segments, Clock clock) {
    this.segments = segments;
    this.clock = clock;
  }

  /** Fails with {@link NoSuchSegment}. */
  public Uni<Void> delete(String workspace, String key) {
    return segments.delete(workspace, key, clock.instant());
  }
}
