package dev.perennial.segment.app;

import dev.perennial.segment.domain.Member;
import dev.perennial.segment.domain.NoSuchSegment;
import dev.perennial.segment.store.MemberReads;
import dev.perennial.segment.store.SegmentStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads who is in a segment, and what a profile is in. */
@ApplicationScoped
public class ReadMembers {

  private final SegmentStore segments;
  private final MemberReads members;

  ReadMembers(SegmentStore segments, MemberReads members) {
    this.segments = segments;
    this.members = members;
  }

  /** A page in order of profile id; fails with {@link NoSuchSegment}. */
  public Uni<List<Member>> of(
      String workspace, String segment, Optional<UUID> after, Optional<Integer> shard, int limit) {
    return segments
        .get(workspace, segment)
        .map(found -> found.orElseThrow(NoSuchSegment::new))
        .chain(found -> members.page(workspace, found.key(), after, shard, limit));
  }

  /** In order of segment; empty for a profile that is in none or not known. */
  public Uni<List<Member>> ofProfile(String workspace, UUID profileId) {
    return members.ofProfile(workspace, profileId);
  }
}
