package dev.perennial.evaluation.session;

import dev.perennial.evaluation.Options;
import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Report;
import dev.perennial.evaluation.Report.Check;
import dev.perennial.evaluation.Report.Part;
import dev.perennial.evaluation.Report.Text;
import dev.perennial.evaluation.Section;
import dev.perennial.recommendation.session.domain.NextInSession;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Section C, on a slice of three hours of a shop of everything. */
public final class SessionSection implements Section {

  /** What is learned from ends where what is told begins. */
  private record Window(Instant begin, Instant end) {

    String times() {
      return "from %s %s"
          .formatted(time(begin), end.equals(Instant.MAX) ? "on" : "to " + time(end));
    }

    private static String time(Instant at) {
      return at.toString().substring(11, 16);
    }
  }

  /** What the settings are chosen by. */
  private static final Instant TUNED_FROM = Instant.parse("2019-10-01T02:34:00Z");

  private static final Instant FIRST = Instant.parse("2019-10-01T02:40:00Z");
  private static final Instant SECOND = Instant.parse("2019-10-01T02:45:00Z");

  /** No session is told twice, and none that settings are chosen by. */
  private static final List<Window> WINDOWS =
      List.of(new Window(FIRST, SECOND), new Window(SECOND, Instant.MAX));

  private static final String INTRODUCTION =
      """
      The protocol of session-rec (Ludewig and Jannach, UMUAI 2018): sessions that ended before an \
      instant are learned from, later ones are told, view by view, from the views before. "Without \
      the current" leaves out what the visitor is looking at, as candidate and as answer; people \
      reload pages, and a method that repeats the last click looks good with it. The service never \
      shows what is looked at, so that it can't hit a reload; the line "the current allowed" has its \
      scores before that is taken out, which is what the protocol compares.\
      """;

  private static final String NOTE =
      """
      Carts are learned from, purchases are not, and views only are told. The age of a session, \
      which the service has fade within a month, can't be chosen on half an hour. next-in-session \
      looks at category, brand and price of what was clicked, which the neighbourhood methods do \
      not; the lines without a catalog show what is left of it where a shop tells of none.\
      """;

  @Override
  public String key() {
    return "C";
  }

  @Override
  public Report run(Options options, Progress progress) throws IOException {
    progress.say("C: reading the events");
    var events = Rees46File.read();
    var parts = new ArrayList<Part>(List.of(new Text(INTRODUCTION), new Text(data(events))));
    var tuned = Tuned.on(Split.at(TUNED_FROM, FIRST, events), progress);
    parts.add(new Text(chosen(tuned)));
    var checks = new ArrayList<Check>();
    checks.add(
        new Check(
            "the settings that next-in-session has by default are those that the search ends with",
            tuned.nextInSession().equals(NextInSession.Settings.DEFAULT)));
    for (var window : WINDOWS) {
      var split = Split.at(window.begin, window.end, events);
      parts.add(new Text(size(window.times(), split)));
      parts.addAll(new Comparing(split, tuned, window.times(), progress).measure(checks));
    }
    parts.add(new Text(NOTE));
    return new Report("C. Next view of a session", parts, checks);
  }

  private static String chosen(Tuned tuned) {
    return """
    The settings are chosen by the sessions that ended from %s to %s, learned from those before: \
    the highest sum of the four figures, of next-in-session of the two without the current, one \
    setting after the other. No table tells these sessions. It ends with: %s. The neighbourhood \
    methods are there with the parameters that their authors published, too: V-SKNN with the \
    defaults of session-rec, STAN with those that it found for RetailRocket.\
    """
        .formatted(Window.time(TUNED_FROM), Window.time(FIRST), tuned.words());
  }

  private static String data(List<Event> events) {
    return """
    Data: the first three hours of October 2019 of "eCommerce behavior data from multi \
    category store" (REES46 Marketing Platform): %,d views, %,d carts and %,d purchases; the \
    last row is cut short and left out. It is a slice: its shop wakes up at 02:20, so that \
    half an hour is all there is to learn from, most products are in few sessions, and the \
    figures are no more comparable with published ones of whole months than those of the \
    baselines here are.\
    """
        .formatted(count(events, "view"), count(events, "cart"), count(events, "purchase"));
  }

  private static long count(List<Event> events, String type) {
    return events.stream().filter(event -> event.type().equals(type)).count();
  }

  private static String size(String times, Split split) {
    return String.format(
        Locale.ROOT,
        "Sessions that ended %s UTC: %,d earlier ones to learn from, %,d to tell, with %,d views after the first.",
        times,
        split.train().size(),
        split.test().size(),
        split.test().stream().mapToInt(session -> session.size() - 1).sum());
  }
}
