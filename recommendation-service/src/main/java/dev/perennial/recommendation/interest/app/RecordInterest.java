package dev.perennial.recommendation.interest.app;

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

  private record Key(ProductKey product, UUID profile) {}

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
    var kept = kept(heard, departed, now);
    Uni<Void> saved = kept.isEmpty() ? Uni.createFrom().voidItem() : interests.save(tx, kept);
    return departed.isEmpty() ? saved : saved.chain(() -> interests.delete(tx, departed));
  }

  private Collection<Kept> kept(List<Interest> heard, Set<ProfileKey> departed, Instant now) {
    var byKey = new TreeMap<Key, Kept>(ORDER);
    for (Interest interest : heard) {
      var profile = new ProfileKey(interest.product().workspace(), interest.profile());
      Instant keepUntil = keepUntil(interest);
      if (keepUntil.isAfter(now) && !departed.contains(profile)) {
        byKey.merge(
            new Key(interest.product(), interest.profile()),
            new Kept(
                interest.product(),
                interest.profile(),
                Map.of(interest.kind(), interest.at()),
                keepUntil),
            RecordInterest::both);
      }
    }
    return byKey.values();
  }

  private Instant keepUntil(Interest interest) {
    return interest.at().plus(interest.kind().isAsked() ? config.askedWindow() : config.window());
  }

  private static Kept both(Kept one, Kept other) {
    var last = new EnumMap<Interest.Kind, Instant>(one.last());
    other.last().forEach((kind, at) -> last.merge(kind, at, RecordInterest::later));
    return new Kept(one.product(), one.profile(), last, later(one.keepUntil(), other.keepUntil()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
