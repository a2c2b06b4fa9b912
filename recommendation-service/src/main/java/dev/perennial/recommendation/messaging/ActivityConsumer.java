package dev.perennial.recommendation.messaging;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.perennial.contracts.Topics;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileActivity.ActivityCase;
import dev.perennial.exactlyonce.ConsumerDefinition;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.exactlyonce.PoisonException;
import dev.perennial.exactlyonce.RevisionGate;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.exactlyonce.UnitProcessor;
import dev.perennial.recommendation.attribution.app.Done;
import dev.perennial.recommendation.attribution.app.ForgetClicks;
import dev.perennial.recommendation.attribution.app.ForgetCounts;
import dev.perennial.recommendation.attribution.app.Happened;
import dev.perennial.recommendation.attribution.app.RecordOutcomes;
import dev.perennial.recommendation.browse.app.Browsed;
import dev.perennial.recommendation.browse.app.RecordTrails;
import dev.perennial.recommendation.catalog.app.RecordSightings;
import dev.perennial.recommendation.catalog.app.RecordSightings.Seen;
import dev.perennial.recommendation.interest.app.RecordInterest;
import dev.perennial.recommendation.interest.domain.Interest;
import dev.perennial.recommendation.order.app.Heard;
import dev.perennial.recommendation.order.app.RecordFacts;
import dev.perennial.recommendation.order.app.RecordResidences;
import dev.perennial.recommendation.order.domain.Fact;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.store.Residence;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows what profiles do. */
@ApplicationScoped
public class ActivityConsumer implements UnitProcessor<List<Revised>> {

  private final RevisionGate gate;
  private final RecordFacts recordFacts;
  private final RecordTrails recordTrails;
  private final RecordInterest recordInterest;
  private final RecordSightings recordSightings;
  private final RecordResidences recordResidences;
  private final RecordOutcomes recordOutcomes;

  ActivityConsumer(
      RevisionGate gate,
      RecordFacts recordFacts,
      RecordTrails recordTrails,
      RecordInterest recordInterest,
      RecordSightings recordSightings,
      RecordResidences recordResidences,
      RecordOutcomes recordOutcomes) {
    this.gate = gate;
    this.recordFacts = recordFacts;
    this.recordTrails = recordTrails;
    this.recordInterest = recordInterest;
    this.recordSightings = recordSightings;
    this.recordResidences = recordResidences;
    this.recordOutcomes = recordOutcomes;
  }

  @Produces
  @Singleton
  static ConsumerDefinition definition(
      ActivityConsumer consumer, ForgetClicks forgetClicks, ForgetCounts forgetCounts) {
    return new ConsumerDefinition(
        "purchases",
        List.of(Topics.PROFILE_ACTIVITY),
        consumer,
        List.of(
            new ForgetWork("old-clicks", forgetClicks::some),
            new ForgetWork("old-counts", forgetCounts::some)));
  }

  @Override
  public Uni<List<Revised>> prepare(List<ConsumerRecord<String, byte[]>> records) {
    return Uni.createFrom().item(() -> records.stream().map(ActivityConsumer::decoded).toList());
  }

  @Override
  public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, List<Revised> prepared) {
    return gate.admit(tx, prepared)
        .map(admitted -> admitted.stream().map(one -> Told.of(one, context)).toList())
        .chain(told -> record(tx, told, context.now()))
        .replaceWith(List.of());
  }

  /** What was told of a profile, by a change. */
  private record Told(ProfileKey profile, ProfileActivity activity, ChangeNumber number) {

    static Told of(Revised revised, UnitContext context) {
      long sequence = requireNonNull(context.sequences().get(revised.source()), "sequence");
      return new Told(
          new ProfileKey(revised.workspace(), revised.profileId()),
          ActivityDecoder.parse(revised.payload()),
          new ChangeNumber(revised.source().partition(), sequence));
    }

    Stream<Heard> facts() {
      return ActivityDecoder.fact(activity).stream().map(fact -> new Heard(profile, fact, number));
    }

    Stream<Browsed> browsed() {
      return BrowsingDecoder.interactions(activity)
          .map(interaction -> new Browsed(profile, interaction, number));
    }

    Stream<Interest> interests() {
      return InterestDecoder.interests(activity, profile.id());
    }

    Stream<Seen> seen() {
      return SightingDecoder.sightings(activity).map(sighting -> new Seen(sighting, number));
    }

    Stream<Done> done() {
      return OutcomeDecoder.acts(activity).map(act -> new Done(profile, act, activity.getReplay()));
    }

    Stream<Residence> residences() {
      return ResidenceDecoder.country(activity).stream()
          .map(country -> new Residence(profile, country, number));
    }
  }

  private Uni<Void> record(SqlConnection tx, List<Told> told, Instant now) {
    var facts = told.stream().flatMap(Told::facts).toList();
    var residences = told.stream().flatMap(Told::residences).toList();
    var browsed = told.stream().flatMap(Told::browsed).toList();
    var departed =
        facts.stream()
            .filter(heard -> heard.fact() instanceof Fact.Departed)
            .map(Heard::profile)
            .collect(toSet());
    var interests = told.stream().flatMap(Told::interests).toList();
    var seen = told.stream().flatMap(Told::seen).toList();
    // Counts and products come last, as units of other shards wait for them; in this order in all.
    return recordTrails
        .record(tx, browsed, departed)
        .chain(() -> recordInterest.record(tx, interests, departed, now))
        .chain(() -> recordResidences.record(tx, residences, departed))
        .chain(() -> recordFacts.record(tx, facts))
        .chain(bought -> recordOutcomes.record(tx, happened(told, bought, now)))
        .chain(() -> recordSightings.record(tx, seen));
  }

  private static Happened happened(
      List<Told> told, Map<ProfileKey, Set<String>> bought, Instant now) {
    return new Happened(
        told.stream().flatMap(Told::done).toList(),
        bought,
        profiles(told, ActivityCase.PROFILE_ERASED),
        profiles(told, ActivityCase.PROFILE_RETIRED),
        now);
  }

  private static Set<ProfileKey> profiles(List<Told> told, ActivityCase of) {
    return told.stream()
        .filter(one -> one.activity.getActivityCase() == of)
        .map(Told::profile)
        .collect(toSet());
  }

  @Override
  public Optional<Revised> revised(ConsumerRecord<String, byte[]> record) {
    return Optional.of(decoded(record));
  }

  private static Revised decoded(ConsumerRecord<String, byte[]> record) {
    ProfileActivity activity = ActivityDecoder.parse(record.value());
    return new Revised(
        record,
        activity.getWorkspace(),
        profileId(activity),
        activity.getRevision(),
        activity.hasProfileErased());
  }

  private static UUID profileId(ProfileActivity activity) {
    try {
      return UUID.fromString(activity.getProfileId());
    } catch (IllegalArgumentException e) {
      throw new PoisonException("profile_id is not a UUID", e);
    }
  }
}
