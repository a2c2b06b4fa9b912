package dev.perennial.journey.app;

import dev.perennial.contracts.segment.v1.GetSegmentRequest;
import dev.perennial.contracts.segment.v1.ListMembersRequest;
import dev.perennial.contracts.segment.v1.ListMembersResponse;
import dev.perennial.contracts.segment.v1.Member;
import dev.perennial.contracts.segment.v1.SegmentState;
import dev.perennial.contracts.segment.v1.Segments;
import dev.perennial.journey.domain.Movement;
import dev.perennial.journey.domain.ProfileId;
import dev.perennial.journey.domain.Transition;
import dev.perennial.journey.domain.Transition.Cause;
import dev.perennial.journey.store.Enrolments;
import dev.perennial.journey.store.Enrolments.Cursor;
import io.grpc.Status;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes in who was a member already when a journey was published: page by page and shard by shard,
 * on the path of live transitions, so that one membership starts one run whichever comes first.
 */
@ApplicationScoped
public class Enrolment {

  /** Some members of a shard, and where to go on; empty after the last. */
  public record Page(Cursor cursor, List<Transition> members, String next) {}

  private static final int PAGE = 500;

  private final Pool pool;
  private final Enrolments enrolments;
  private final ProfileTurns turns;
  private final Segments segments;

  Enrolment(
      Pool pool,
      Enrolments enrolments,
      ProfileTurns turns,
      @GrpcClient("segment") Segments segments) {
    this.pool = pool;
    this.enrolments = enrolments;
    this.turns = turns;
    this.segments = segments;
  }

  /** The next page of a journey whose segment is exact; empty when none has one now. */
  public Uni<Optional<Page>> next(Set<Integer> shards) {
    return enrolments
        .open(pool, shards)
        .onItem()
        .transformToMulti(cursors -> Multi.createFrom().iterable(cursors))
        .onItem()
        .transformToUniAndConcatenate(this::page)
        .select()
        .first(Optional::isPresent)
        .toUni()
        .map(page -> page == null ? Optional.empty() : page);
  }

  /** Takes a page in, unless somebody did. */
  public Uni<List<MessageAsked>> takeIn(SqlConnection tx, Page page, Instant now) {
    return enrolments
        .advance(tx, page.cursor(), page.next())
        .flatMap(ours ->
            ours
                ? turns.take(tx, now, List.of(), page.members())
                : Uni.createFrom().item(List.of()));
  }

  private Uni<Optional<Page>> page(Cursor cursor) {
    var request =
        GetSegmentRequest.newBuilder()
            .setWorkspace(cursor.journey().workspace())
            .setKey(cursor.segment())
            .build();
    return segments
        .getSegment(request)
        .flatMap(segment ->
            segment.getState() == SegmentState.LIVE
                ? members(cursor).map(Optional::of)
                : Uni.createFrom().item(Optional.<Page>empty()))
        .onFailure(Enrolment::isNotFound)
        .recoverWithItem(() -> Optional.of(new Page(cursor, List.of(), "")));
  }

  private Uni<Page> members(Cursor cursor) {
    var request =
        ListMembersRequest.newBuilder()
            .setWorkspace(cursor.journey().workspace())
            .setKey(cursor.segment())
            .setShard(cursor.shard())
            .setAfterProfileId(cursor.after())
            .setLimit(PAGE)
            .build();
    return segments.listMembers(request).map(response -> page(cursor, response));
  }

  private static Page page(Cursor cursor, ListMembersResponse response) {
    var members =
        response.getMembersList().stream().map(member -> existing(cursor, member)).toList();
    return new Page(cursor, members, response.getNextProfileId());
  }

  private static Transition existing(Cursor cursor, Member member) {
    return new Transition(
        new ProfileId(cursor.journey().workspace(), UUID.fromString(member.getProfileId())),
        cursor.segment(),
        Movement.ENTERED,
        Cause.EXISTING,
        Timestamps.instant(member.getEnteredAt()),
        member.getRevision(),
        Optional.of(cursor.journey().key()));
  }

  /** A segment that comes later tells its members as a backfill. */
  private static boolean isNotFound(Throwable failure) {
    return Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND;
  }
}
