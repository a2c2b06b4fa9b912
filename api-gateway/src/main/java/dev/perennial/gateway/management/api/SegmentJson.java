package dev.perennial.gateway.management.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.perennial.contracts.segment.v1.ListMembersResponse;
import dev.perennial.contracts.segment.v1.ListSegmentsResponse;
import dev.perennial.contracts.segment.v1.Member;
import dev.perennial.contracts.segment.v1.Membership;
import dev.perennial.contracts.segment.v1.Segment;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Segments in JSON. */
final class SegmentJson {

  record Put(
      @Nullable String name,
      @Schema(type = SchemaType.OBJECT, description = "The condition tree")
          @Nullable JsonNode condition) {}

  record View(
      String key,
      String name,
      int version,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String condition,
      @Schema(description = "BACKFILLING while the size still grows, then LIVE") String state,
      long size,
      @Nullable Instant changedAt) {

    static View of(Segment segment) {
      return new View(
          segment.getKey(),
          segment.getName(),
          segment.getVersion(),
          Json.object(segment.getCondition()),
          segment.getState().name(),
          segment.getSize(),
          Json.instant(segment.hasChangedAt(), segment.getChangedAt()));
    }
  }

  record Page(List<View> segments) {

    static Page of(ListSegmentsResponse response) {
      return new Page(response.getSegmentsList().stream().map(View::of).toList());
    }
  }

  record MemberView(
      String profileId, @Nullable Instant enteredAt, @Nullable Instant validUntil, long revision) {

    static MemberView of(Member member) {
      return new MemberView(
          member.getProfileId(),
          Json.instant(member.hasEnteredAt(), member.getEnteredAt()),
          Json.instant(member.hasValidUntil(), member.getValidUntil()),
          member.getRevision());
    }
  }

  record Members(List<MemberView> members, @Nullable String nextCursor) {

    static Members of(ListMembersResponse response) {
      return new Members(
          response.getMembersList().stream().map(MemberView::of).toList(),
          Json.textOrNull(response.getNextProfileId()));
    }
  }

  record MembershipView(String segment, @Nullable Instant enteredAt, @Nullable Instant validUntil) {

    static MembershipView of(Membership membership) {
      return new MembershipView(
          membership.getSegment(),
          Json.instant(membership.hasEnteredAt(), membership.getEnteredAt()),
          Json.instant(membership.hasValidUntil(), membership.getValidUntil()));
    }
  }

  private SegmentJson() {}
}
