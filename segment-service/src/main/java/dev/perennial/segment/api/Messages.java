package dev.perennial.segment.api;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.segment.v1.ListMembersResponse;
import dev.perennial.contracts.segment.v1.ListMembershipsResponse;
import dev.perennial.contracts.segment.v1.Membership;
import dev.perennial.contracts.segment.v1.Segment;
import dev.perennial.contracts.segment.v1.SegmentState;
import dev.perennial.segment.app.SegmentStatus;
import dev.perennial.segment.domain.Answer;
import dev.perennial.segment.domain.Member;
import java.time.Instant;
import java.util.List;

/** What callers get, as messages. */
final class Messages {

  private Messages() {}

  static Segment segment(SegmentStatus status) {
    var definition = status.definition();
    return Segment.newBuilder()
        .setWorkspace(definition.workspace())
        .setKey(definition.key())
        .setName(definition.name())
        .setVersion(definition.version())
        .setCondition(definition.condition())
        .setState(status.live() ? SegmentState.LIVE : SegmentState.BACKFILLING)
        .setSize(status.size())
        .setChangedAt(timestamp(definition.changedAt()))
        .build();
  }

  /**
   * A page of members.
   *
   * @param found one more than the limit where there are more
   */
  static ListMembersResponse page(List<Member> found, int limit) {
    var page = found.stream().limit(limit).map(Messages::member).toList();
    var response = ListMembersResponse.newBuilder().addAllMembers(page);
    if (found.size() > limit) {
      response.setNextProfileId(page.getLast().getProfileId());
    }
    return response.build();
  }

  static ListMembershipsResponse memberships(List<Member> found) {
    return ListMembershipsResponse.newBuilder()
        .addAllMemberships(found.stream().map(Messages::membership).toList())
        .build();
  }

  private static dev.perennial.contracts.segment.v1.Member member(Member found) {
    var membership = found.membership();
    var member =
        dev.perennial.contracts.segment.v1.Member.newBuilder()
            .setProfileId(found.profile().profileId().toString())
            .setEnteredAt(timestamp(membership.enteredAt()))
            .setRevision(membership.revision());
    if (!membership.validUntil().equals(Answer.FOR_EVER)) {
      member.setValidUntil(timestamp(membership.validUntil()));
    }
    return member.build();
  }

  private static Membership membership(Member found) {
    var membership =
        Membership.newBuilder()
            .setSegment(found.segment())
            .setEnteredAt(timestamp(found.membership().enteredAt()));
    if (!found.membership().validUntil().equals(Answer.FOR_EVER)) {
      membership.setValidUntil(timestamp(found.membership().validUntil()));
    }
    return membership.build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
