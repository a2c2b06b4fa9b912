package dev.perennial.evaluation.session;

import static java.util.Objects.requireNonNull;

import dev.perennial.evaluation.Comparison;
import dev.perennial.evaluation.Options;
import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Report;
import dev.perennial.evaluation.Report.Check;
import dev.perennial.evaluation.Report.Part;
import dev.perennial.evaluation.Report.Text;
import dev.perennial.evaluation.Section;
import dev.perennial.evaluation.Table;
import dev.perennial.recommendation.session.domain.NextInSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

  private static final Instant FIRST = Instant.parse("2019-10-01T02:40:00Z");
  private static final Instant SECOND = Instant.parse("2019-10-01T02:45:00Z");

  /** No session is told twice; settings were chosen with the sessions before the first only. */
  private static final List<Window> WINDOWS =
      List.of(new Window(FIRST, SECOND), new Window(SECOND, Instant.MAX));

  private static final String SERVED = "**next-in-session**";
  private static final String WITHOUT_CATALOG = "next-in-session, knowing no catalog";
  private static final List<String> TO_BEAT =
      List.of(
          "most viewed",
          "most viewed of the category",
          "item-kNN",
          "V-SKNN, k 100, m 1000",
          "STAN, as for RetailRocket");

  private static final String INTRODUCTION =
      """
      The protocol of session-rec (Ludewig and Jannach, UMUAI 2018): sessions that ended before an \
      instant are learned from, later ones are told, view by view, from the views before. "Without \
      the current" leaves out what the visitor is looking at, as candidate and as answer; people \
      reload pages, and a method that repeats the last click looks good with it. The neighbourhood \
      methods have the parameters that their authors published: V-SKNN the defaults of session-rec, \
      STAN those that it found for RetailRocket.\
      """;

  private static final String NOTE =
      """
      Carts are learned from, purchases are not, and views only are told. The settings of \
      next-in-session were chosen by the sessions that ended from 02:34 to 02:40, learned from those \
      before; both tables tell later ones, and no session is in both. The age of a session, which \
      the service has fade within a month, can't be chosen on half an hour. next-in-session looks \
      at category, brand and price of what was clicked, which the neighbourhood methods do not; the \
      line without a catalog shows what is left of it where a shop tells of none.\
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
    var checks = new ArrayList<Check>();
    for (var window : WINDOWS) {
      measure(window, events, progress, parts, checks);
    }
    parts.add(new Text(NOTE));
    return new Report("C. Next view of a session", parts, checks);
  }

  private static void measure(
      Window window, List<Event> events, Progress progress, List<Part> parts, List<Check> checks) {
    var split = Split.at(window.begin, window.end, events);
    String times = window.times();
    parts.add(new Text(size(times, split)));
    var measured = new LinkedHashMap<String, Figures>();
    predictors(split)
        .forEach((name, predictor) -> {
          progress.say("C: %s, %s".formatted(name, times));
          measured.put(name, Figures.of(predictor, split.test()));
        });
    parts.add(new Table(header(), measured.entrySet().stream().map(SessionSection::row).toList()));
    var served = requireNonNull(measured.get(SERVED));
    var others = new LinkedHashMap<String, List<Double>>();
    for (var name : TO_BEAT) {
      var other = requireNonNull(measured.get(name));
      others.put(name, other.values());
      checks.add(
          new Check(
              "%s, next-in-session is above %s in all four figures".formatted(times, name),
              served.isAbove(other)));
    }
    parts.add(Comparison.of("next-in-session", Figures.HEADER, served.values(), others));
  }

  private static Map<String, Predictor> predictors(Split split) {
    var views = split.trainingViews();
    var frequency = new Frequency(views);
    var stan = new SessionKnn.Stan(1500, 2500, .905, Duration.ofDays(100), .4525);
    var shop = Served.shop(split.train());
    var settings = NextInSession.Settings.DEFAULT;
    var predictors = new LinkedHashMap<String, Predictor>();
    predictors.put("most viewed", frequency::ofAll);
    predictors.put("most viewed of the category", frequency::ofCategory);
    predictors.put("item-kNN", new ItemKnn(views));
    predictors.put("V-SKNN, k 100, m 1000", new SessionKnn(new SessionKnn.Vsknn(100, 1000), views));
    predictors.put("STAN, as for RetailRocket", new SessionKnn(stan, views));
    predictors.put(WITHOUT_CATALOG, new Served(shop, new NextInSession(settings.withoutCatalog())));
    predictors.put(SERVED, new Served(shop, new NextInSession(settings)));
    return predictors;
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

  private static List<String> header() {
    var header = new ArrayList<>(List.of(""));
    header.addAll(Figures.HEADER);
    return header;
  }

  private static List<String> row(Map.Entry<String, Figures> measured) {
    var row = new ArrayList<>(List.of(measured.getKey()));
    row.addAll(measured.getValue().cells());
    return row;
  }
}
