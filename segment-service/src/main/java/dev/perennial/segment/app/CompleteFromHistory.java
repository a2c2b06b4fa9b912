package dev.perennial.segment.app;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.profile.v1.Profiles;
import dev.perennial.contracts.profile.v1.StreamHistoriesRequest;
import dev.perennial.segment.domain.Feature;
import dev.perennial.segment.domain.History;
import dev.perennial.segment.domain.Outcome;
import dev.perennial.segment.domain.Profile;
import dev.perennial.segment.domain.ProfileKey;
import dev.perennial.segment.domain.SegmentSet;
import dev.perennial.segment.domain.Segmentation;
import dev.perennial.segment.domain.Transition;
import dev.perennial.segment.store.BackfillTable;
import dev.perennial.segment.store.BackfillTable.Remaining;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Completes profiles, a page of a shard at a time, for segments that are new or were changed. */
@ApplicationScoped
public class CompleteFromHistory {

  private static final Logger LOG = Logger.getLogger(CompleteFromHistory.class);

  static final int PAGE = 500;

  /**
   * What one transaction publishes has to fit into a slot; the rest of the page is asked for again.
   */
  private static final int MOST_TRANSITIONS = 5000;

  /** The clock of this machine decides only how far back to ask, so a day's error does no harm. */
  private static final Duration MARGIN = Duration.ofDays(1);

  /** One profile's past. */
  public record Past(UUID profileId, History history) {}

  /**
   * A page of a shard.
   *
   * @param generation of the definitions that it was asked for by
   */
  public record Page(Remaining remaining, long generation, List<Past> pasts) {

    boolean last() {
      return pasts.size() < PAGE;
    }
  }

  /**
   * What a page came to.
   *
   * @param more whether the same shard or another may have more to do
   */
  public record Completed(List<Transition> transitions, boolean more) {}

  private final CurrentDefinitions definitions;
  private final BackfillTable backfills;
  private final dev.perennial.segment.app.Profiles profiles;
  private final Profiles profileService;
  private final Pool pool;
  private final Clock clock;

  CompleteFromHistory(
      CurrentDefinitions definitions,
      BackfillTable backfills,
      dev.perennial.segment.app.Profiles profiles,
      @GrpcClient("profile") Profiles profileService,
      Pool pool,
      Clock clock) {
    this.definitions = definitions;
    this.backfills = backfills;
    this.profiles = profiles;
    this.profileService = profileService;
    this.pool = pool;
    this.clock = clock;
  }

  /** The next page of a shard that is not complete; asks profile-service for it. */
  public Uni<Optional<Page>> next(Set<Integer> shards) {
    return definitions
        .get(pool)
        .chain(current -> {
          Map<String, Long> targets = new HashMap<>();
          current.workspaces().forEach((name, set) -> targets.put(name, set.youngest()));
          return backfills
              .next(pool, targets, shards)
              .chain(remaining ->
                  remaining.isEmpty()
                      ? Uni.createFrom().item(Optional.<Page>empty())
                      : fetch(remaining.get(), current.of(remaining.get().workspace()))
                          .map(Optional::of));
        });
  }

  /** Completes the profiles of the page and remembers how far it came. */
  public Uni<Completed> complete(SqlConnection tx, Instant now, Page page) {
    var shard = page.remaining().shard();
    var workspace = page.remaining().workspace();
    var keys =
        page.pasts().stream()
            .map(past -> new ProfileKey(workspace, past.profileId(), shard))
            .toList();
    return definitions
        .get(tx)
        .chain(current ->
            backfills
                .next(tx, Map.of(workspace, page.remaining().target()), Set.of(shard))
                .chain(remaining -> {
                  if (current.generation() != page.generation()
                      || !remaining.equals(Optional.of(page.remaining()))) {
                    return Uni.createFrom().item(new Completed(List.of(), true));
                  }
                  return profiles
                      .load(tx, keys)
                      .chain(before -> complete(tx, now, page, current.of(workspace), before));
                }));
  }

  private Uni<Completed> complete(
      SqlConnection tx,
      Instant now,
      Page page,
      SegmentSet segments,
      Map<ProfileKey, Profile> before) {
    var segmentation = new Segmentation(segments);
    var outcomes = new ArrayList<Outcome>();
    var after = page.remaining().after();
    boolean whole = true;
    int told = 0;
    for (var past : page.pasts()) {
      if (told > MOST_TRANSITIONS) {
        whole = false;
        break;
      }
      var key =
          new ProfileKey(page.remaining().workspace(), past.profileId(), page.remaining().shard());
      var kept = Optional.ofNullable(before.get(key));
      if (kept.filter(one -> one.generation() >= segments.youngest()).isEmpty()) {
        if (kept.filter(one -> one.known().revision() > past.history().revision()).isPresent()) {
          // It did something between the page and now: the rest is asked for again.
          whole = false;
          break;
        }
        var outcome = segmentation.fill(key, kept, past.history(), now);
        told += outcome.transitions().size();
        outcomes.add(outcome);
      }
      after = Optional.of(past.profileId());
    }
    boolean finished = whole && page.last();
    var transitions = outcomes.stream().flatMap(one -> one.transitions().stream()).toList();
    if (finished) {
      LOG.infof(
          "shard %d of %s is complete up to generation %d",
          page.remaining().shard(), page.remaining().workspace(), page.remaining().target());
    }
    var progress =
        finished
            ? backfills.finish(tx, page.remaining())
            : backfills.advance(tx, page.remaining(), after);
    return profiles
        .save(tx, before, outcomes)
        .chain(() -> progress)
        .replaceWith(new Completed(transitions, true));
  }

  private Uni<Page> fetch(Remaining remaining, SegmentSet segments) {
    return profileService
        .streamHistories(request(remaining, segments.missingAt(remaining.done())))
        .map(one -> new Past(UUID.fromString(one.getProfileId()), ActivityReader.history(one)))
        .collect()
        .asList()
        .map(pasts -> new Page(remaining, segments.generation(), pasts));
  }

  private StreamHistoriesRequest request(Remaining remaining, Set<Feature> missing) {
    var request =
        StreamHistoriesRequest.newBuilder()
            .setWorkspace(remaining.workspace())
            .setShard(remaining.shard())
            .setAfterProfileId(remaining.after().map(UUID::toString).orElse(""))
            .setLimit(PAGE);
    var events =
        missing.stream()
            .filter(Feature.Events.class::isInstance)
            .map(Feature.Events.class::cast)
            .toList();
    events.stream().map(Feature.Events::name).distinct().forEach(request::addEventNames);
    if (events.stream().allMatch(one -> one.window().isPresent())) {
      events.stream()
          .map(one -> one.window().orElseThrow())
          .max(Duration::compareTo)
          .map(longest -> clock.instant().minus(longest).minus(MARGIN))
          .ifPresent(since -> request.setSince(timestamp(since)));
    }
    return request.build();
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
