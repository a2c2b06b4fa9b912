package dev.perennial.recommendation.interest.app;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Comparator.comparing;

import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.interest.domain.Interest;
import dev.perennial.recommendation.interest.store.Interests;
import dev.perennial.recommendation.interest.store.Interests.Kept;
import dev.perennial.recommendation.order.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Records who is interested in what, for as long as it matters. */
@ApplicationScoped
public class RecordInterest {

  private record Key(ProductKey product, UUID profile) {

    static Key of(Kept kept) {
      return new Key(kept.product(), kept.profile());
    }
  }

  private static final Comparator<Key> ORDER = comparing(Key::product).thenComparing(Key::profile);

  private final Interests interests;
  private final InterestConfig config;

  RecordInterest(Interests interests, InterestConfig config) {
    this.interests = interests;
    this.config = config;
  }

  /**
   * Records, within a transaction.
   *
   * @param heard of profiles, departed ones included
   * @param departed of whom all is forgotten
   */
  public Uni<Void> record(
      SqlConnection tx, List<Interest> heard, Set<ProfileKey> departed, Instant now) {
    var kept =
        together(
            heard.stream()
                .filter(one -> !departed.contains(profile(one)))
                .filter(one -> matters(one, now))
                .map(one -> kept(one, keepUntil(one).isAfter(now)))
                .toList());
    return save(tx, kept)
        .chain(() ->
            departed.isEmpty() ? Uni.createFrom().voidItem() : interests.delete(tx, departed));
  }

  /** Notes answers, of those whose interest is there, within a transaction. */
  Uni<Void> answer(SqlConnection tx, List<Interest> answers) {
    return save(tx, together(answers.stream().map(one -> kept(one, false)).toList()));
  }

  private Uni<Void> save(SqlConnection tx, Collection<Kept> kept) {
    return kept.isEmpty() ? Uni.createFrom().voidItem() : interests.save(tx, kept);
  }

  private static ProfileKey profile(Interest interest) {
    return new ProfileKey(interest.product().workspace(), interest.profile());
  }

  /** Whether it can change who is told: what was asked long ago was perhaps answered since. */
  private boolean matters(Interest interest, Instant now) {
    return keepUntil(interest).isAfter(now)
        || (interest.kind().isAnswer() && interest.at().plus(config.askedWindow()).isAfter(now));
  }

  private Kept kept(Interest one, boolean begins) {
    return new Kept(
        one.product(), one.profile(), Map.of(one.kind(), one.at()), keepUntil(one), begins);
  }

  /** To the end of the day, as a time that changes with each view writes an index each time. */
  private Instant keepUntil(Interest interest) {
    var window = interest.kind().isAsked() ? config.askedWindow() : config.window();
    return interest.at().plus(window).truncatedTo(DAYS).plus(1, DAYS);
  }

  private static Collection<Kept> together(List<Kept> heard) {
    var byKey = new TreeMap<Key, Kept>(ORDER);
    heard.forEach(kept -> byKey.merge(Key.of(kept), kept, RecordInterest::both));
    return byKey.values();
  }

  private static Kept both(Kept one, Kept other) {
    var last = new EnumMap<Interest.Kind, Instant>(one.last());
    other.last().forEach((kind, at) -> last.merge(kind, at, RecordInterest::later));
    return new Kept(
        one.product(),
        one.profile(),
        last,
        later(one.keepUntil(), other.keepUntil()),
        one.begins() || other.begins());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
