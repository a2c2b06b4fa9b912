package dev.perennial.recommendation.browse.domain;

import dev.perennial.recommendation.catalog.domain.Products;
import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the profiles of a workspace look at: the trail of each, cut into sessions, and for each
 * product the sessions that hold it.
 *
 * <p>It is the same in whatever order trails came in and went, but for the numbers of the products.
 * Reads may run side by side; a write must run alone.
 */
public final class Browsing {

  private record Past(Steps steps, List<Session> sessions) {}

  private final Products products;
  private final Map<UUID, Past> byProfile = new HashMap<>();
  private final Searches searches = new Searches();
  private final Pulse pulse = new Pulse();
  private @Nullable Visits[] byProduct = new @Nullable Visits[64];
  private int sessions;
  private long version;

  public Browsing(Products products) {
    this.products = products;
  }

  /** Sets the trail of a profile, in place of what it was before. */
  public void put(UUID profile, Trail trail) {
    remove(profile);
    if (!trail.interactions().isEmpty()) {
      takeIn(profile, Steps.of(trail, this::number));
    }
  }

  /** Takes out all that a profile did. */
  public void remove(UUID profile) {
    var past = byProfile.remove(profile);
    version++;
    if (past != null) {
      past.sessions.forEach(this::takeOut);
      past.steps.forEachQuery((query, _) -> searches.remove(profile, query));
    }
  }

  /** Sessions that hold any product. */
  public int sessions() {
    return sessions;
  }

  /** Rises with each change. */
  public long version() {
    return version;
  }

  /** Profiles of which anything is known. */
  public int profiles() {
    return byProfile.size();
  }

  /** Different searches. */
  public int queries() {
    return searches.size();
  }

  /** The products that a profile looked at, the last one first, each once. */
  public Collection<Viewed> viewedBy(UUID profile) {
    var past = byProfile.get(profile);
    return past == null ? List.of() : past.steps.viewed().values();
  }

  /** The sessions of a profile, the oldest first. */
  public List<Session> sessionsOf(UUID profile) {
    var past = byProfile.get(profile);
    return past == null ? List.of() : past.sessions;
  }

  /** The session that a profile is in; empty when it has been away for half an hour. */
  public Optional<Session> currentOf(UUID profile, Instant now) {
    var all = sessionsOf(profile);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.getLast()).filter(last -> last.isGoingOn(now));
  }

  /** The sessions that hold a product. */
  public Visits visits(int product) {
    var visits = product >= 0 && product < byProduct.length ? byProduct[product] : null;
    return visits == null ? Visits.NONE : visits;
  }

  /** The sessions of all products together: a session of three products counts three times. */
  public Pulse pulse() {
    return pulse;
  }

  /** Tells each search that is known with who searched for it when. */
  public void forEachSearch(EachSearch each) {
    searches.forEach(each);
  }

  /** For {@link BrowsingPart}. */
  void write(SnapshotOutput out) {
    searches.write(out);
    out.writeInt(byProfile.size());
    byProfile.forEach((profile, past) -> {
      out.writeId(profile);
      past.steps.write(out);
    });
  }

  /** Into an empty one, of products that are known already. */
  void read(SnapshotInput in) {
    searches.read(in);
    for (int left = in.readInt(); left > 0; left--) {
      takeIn(in.readId(), Steps.read(in));
    }
  }

  private int number(Kind kind, String subject) {
    return kind == Kind.SEARCHED ? searches.number(subject) : products.number(subject);
  }

  private void takeIn(UUID profile, Steps steps) {
    version++;
    var past = new Past(steps, steps.sessions(profile));
    byProfile.put(profile, past);
    past.sessions.forEach(this::takeIn);
    steps.forEachQuery((query, hour) -> searches.add(profile, query, hour));
  }

  private void takeIn(Session session) {
    sessions++;
    for (int i = 0; i < session.size(); i++) {
      int product = session.product(i);
      if (product >= byProduct.length) {
        byProduct = Arrays.copyOf(byProduct, Math.max(product + 1, byProduct.length * 2));
      }
      var visits = byProduct[product];
      if (visits == null) {
        visits = new Visits();
        byProduct[product] = visits;
      }
      visits.add(session, session.weight(i));
      pulse.add(session.hour(), session.weight(i));
    }
  }

  private void takeOut(Session session) {
    sessions--;
    for (int i = 0; i < session.size(); i++) {
      var visits = byProduct[session.product(i)];
      if (visits != null) {
        visits.remove(session, session.weight(i));
      }
      pulse.remove(session.hour(), session.weight(i));
    }
  }
}
