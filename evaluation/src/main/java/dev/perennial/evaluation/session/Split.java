package dev.perennial.evaluation.session;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;

/**
 * Sessions that ended before an instant, to learn from, and those that ended later, to be told; as
 * session-rec splits (Ludewig and Jannach, "Evaluation of Session-based Recommendation Algorithms",
 * UMUAI 2018). In the test are views only, of products that were viewed in training, and sessions
 * that have two of them.
 *
 * @param train all events of the sessions that ended before, by session
 * @param test the views of each of the later ones, by time
 */
record Split(List<List<Event>> train, List<List<Event>> test) {

  /** Split at an instant; sessions that end later than another one are left out. */
  static Split at(Instant instant, Instant end, List<Event> events) {
    var sessions =
        events.stream().collect(groupingBy(Event::session, LinkedHashMap::new, sorted()));
    var train = sessions.values().stream().filter(one -> last(one).isBefore(instant)).toList();
    Set<String> known =
        train.stream()
            .flatMap(List::stream)
            .filter(Event::isView)
            .map(Event::product)
            .collect(toSet());
    var test =
        sessions.values().stream()
            .filter(one -> !last(one).isBefore(instant) && last(one).isBefore(end))
            .map(one -> views(one, known))
            .filter(views -> views.size() > 1)
            .toList();
    return new Split(train, test);
  }

  /** The views of training, session by session. */
  List<List<Event>> trainingViews() {
    return train.stream()
        .map(one -> one.stream().filter(Event::isView).toList())
        .filter(views -> !views.isEmpty())
        .toList();
  }

  private static Instant last(List<Event> session) {
    return session.getLast().at();
  }

  private static List<Event> views(List<Event> session, Set<String> known) {
    return session.stream()
        .filter(event -> event.isView() && known.contains(event.product()))
        .toList();
  }

  private static Collector<Event, ?, List<Event>> sorted() {
    return collectingAndThen(
        toList(), one -> one.stream().sorted(Comparator.comparing(Event::at)).toList());
  }
}
