package dev.perennial.recommendation.session.domain;

import static java.util.Comparator.comparingDouble;

import dev.perennial.recommendation.browse.domain.Browsing;
import dev.perennial.recommendation.browse.domain.Hours;
import dev.perennial.recommendation.browse.domain.Session;
import dev.perennial.recommendation.browse.domain.Visits;
import dev.perennial.recommendation.session.domain.NextInSession.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The sessions of others that are most like the one at hand (Jannach and Ludewig, "When Recurrent
 * Neural Networks meet the Neighborhood", RecSys 2017; with the decays of Garg et al., SIGIR 2019,
 * formulas 2 and 3).
 */
final class Neighbours {

  /**
   * A session of another.
   *
   * @param similarity above 0
   * @param common the index of the product that it last had in common with the one at hand
   */
  record Neighbour(Session session, double similarity, int common) {}

  private static final Comparator<Neighbour> MOST_SIMILAR_FIRST =
      comparingDouble(Neighbour::similarity)
          .reversed()
          .thenComparing(Neighbour::session, Session.LATEST_FIRST);

  private Neighbours() {}

  /**
   * The most similar, most similar first.
   *
   * @param own never among them
   */
  static List<Neighbour> of(
      Clicks clicks, Browsing browsing, Set<Session> own, Settings settings, Instant now) {
    var neighbours = new ArrayList<Neighbour>();
    for (var session : latest(clicks, browsing, own, settings.candidates(), now)) {
      neighbours.add(neighbour(clicks, session, settings, now));
    }
    neighbours.sort(MOST_SIMILAR_FIRST);
    return neighbours.subList(0, Math.min(settings.neighbours(), neighbours.size()));
  }

  /** The latest of the sessions that hold any of the clicks. */
  private static Collection<Session> latest(
      Clicks clicks, Browsing browsing, Set<Session> own, int most, Instant now) {
    var seen = new HashSet<>(own);
    var oldestFirst = new PriorityQueue<Session>(Session.LATEST_FIRST.reversed());
    for (int product : clicks.weights().keySet()) {
      Visits visits = browsing.visits(product);
      // From the latest on: where one is too old, so are all before it.
      for (int i = visits.size() - 1;
          i >= 0 && isAmong(visits.session(i), oldestFirst, most);
          i--) {
        var session = visits.session(i);
        if (seen.add(session) && !isPerhapsOwn(session, clicks, now)) {
          oldestFirst.add(session);
          if (oldestFirst.size() > most) {
            oldestFirst.remove();
          }
        }
      }
    }
    return oldestFirst;
  }

  /**
   * Of a visitor without a profile only the clicks are known, and the session that they are of may
   * have been heard of already. One that goes on and holds nothing else tells nothing either way.
   */
  private static boolean isPerhapsOwn(Session session, Clicks clicks, Instant now) {
    return session.isGoingOn(now)
        && IntStream.range(0, session.size()).map(session::product).allMatch(clicks::hold);
  }

  private static boolean isAmong(Session session, PriorityQueue<Session> oldestFirst, int most) {
    return oldestFirst.size() < most
        || Session.LATEST_FIRST.compare(session, oldestFirst.element()) < 0;
  }

  private static Neighbour neighbour(
      Clicks clicks, Session session, Settings settings, Instant now) {
    double sum = 0;
    int common = 0;
    for (int i = 0; i < session.size(); i++) {
      double weight = clicks.weight(session.product(i));
      if (weight > 0) {
        sum += weight;
        common = i;
      }
    }
    double cosine = sum / (clicks.length() * Math.sqrt(session.size()));
    double ageMicros = Math.max(0, Hours.micros(now) - session.endMicros());
    double decay = Math.exp(-ageMicros / Hours.micros(Instant.EPOCH.plus(settings.memory())));
    // A session of long ago is worth little, but never nothing.
    return new Neighbour(session, Math.max(cosine * decay, Double.MIN_NORMAL), common);
  }
}
