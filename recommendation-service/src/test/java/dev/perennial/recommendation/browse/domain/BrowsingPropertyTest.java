package dev.perennial.recommendation.browse.domain;

import static dev.perennial.recommendation.browse.domain.Trips.profile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.recommendation.catalog.domain.Products;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BrowsingPropertyTest {

  private static final List<String> PRODUCTS = List.of("cup", "plate", "spoon", "tray");
  private static final int END = Hours.of(Trips.minute(10_000));

  /** The trail of a profile since a change. */
  record Change(int profile, Trail trail) {}

  @Property
  void anyChangesEndInWhatARebuildFromTheLastOnesGives(@ForAll("changes") List<Change> changes) {
    var products = new Products();
    var rebuilt = new Browsing(products);
    var last = new TreeMap<Integer, Trail>();
    var live = new Products();
    var index = new Browsing(live);
    for (var change : changes) {
      index.put(profile(change.profile), change.trail);
      last.put(change.profile, change.trail);
    }
    // From the last profile to the first, so that products come in another order.
    last.descendingMap().forEach((profile, trail) -> rebuilt.put(profile(profile), trail));
    assertEquals(content(rebuilt, products), content(index, live));
  }

  @Property
  void erasureLeavesNothing(@ForAll("changes") List<Change> changes) {
    var products = new Products();
    var browsing = new Browsing(products);
    changes.forEach(change -> browsing.put(profile(change.profile), change.trail));
    changes.forEach(change -> browsing.remove(profile(change.profile)));
    assertEquals(content(new Browsing(products), products), content(browsing, products));
  }

  /** All that can be read of it. */
  private static Map<String, Object> content(Browsing browsing, Products products) {
    var content = new HashMap<String, Object>();
    content.put("sizes", List.of(browsing.sessions(), browsing.profiles(), browsing.queries()));
    for (String id : PRODUCTS) {
      var visits = browsing.visits(products.find(id));
      var sessions = new ArrayList<Session>();
      for (int i = 0; i < visits.size(); i++) {
        sessions.add(visits.session(i));
      }
      content.put(id, sessions.stream().map(session -> text(session, products)).toList());
      content.put(id + " pulse", counts(visits.pulse()));
    }
    content.put("pulse", counts(browsing.pulse()));
    var searches = new TreeMap<String, Object>();
    browsing.forEachSearch((query, hours) -> {
      var all = new ArrayList<TreeSet<Integer>>();
      hours.forEach(one -> all.add(new TreeSet<>(one)));
      all.sort((a, b) -> a.toString().compareTo(b.toString()));
      searches.put(query, all);
    });
    content.put("searches", searches);
    return content;
  }

  private static List<Long> counts(Pulse pulse) {
    var fading = new Fading(Duration.ofDays(30));
    return List.of(
        (long) pulse.sessions(0, END),
        (long) pulse.sessions(Hours.of(Trips.START), END),
        pulse.fadedSessions(0, END, fading),
        pulse.fadedWeights(END, fading));
  }

  private static String text(Session session, Products products) {
    var text = new StringBuilder(session.profile() + " " + session.endMicros());
    for (int i = 0; i < session.size(); i++) {
      text.append(' ').append(products.id(session.product(i))).append(session.weight(i));
    }
    return text.toString();
  }

  @Provide
  static Arbitrary<List<Change>> changes() {
    var interactions =
        Combinators.combine(
                Arbitraries.longs().between(0, 200),
                Arbitraries.of(Kind.values()),
                Arbitraries.of(PRODUCTS))
            .as((minute, kind, id) -> new Interaction(Trips.minute(minute), kind, id))
            .list()
            .ofMaxSize(6);
    return Combinators.combine(Arbitraries.integers().between(1, 3), interactions)
        .as((profile, some) -> new Change(profile, Trail.EMPTY.with(some, 5)))
        .list()
        .ofMaxSize(8);
  }
}
