package dev.perennial.evaluation.session;

import dev.perennial.evaluation.Comparison;
import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Report.Check;
import dev.perennial.evaluation.Report.Part;
import dev.perennial.evaluation.Table;
import dev.perennial.recommendation.session.domain.NextInSession;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the service beside the other methods on the sessions of one window. */
record Comparing(Split split, Tuned tuned, String times, Progress progress) {

  private static final SessionKnn.Vsknn VSKNN = new SessionKnn.Vsknn(100, 1000);

  private static final SessionKnn.Stan STAN =
      new SessionKnn.Stan(1500, 2500, .905, Duration.ofDays(100), .4525);

  /** The table, and in words what of it the service is above; checks are added. */
  List<Part> measure(List<Check> checks) {
    var cells = new LinkedHashMap<String, List<String>>();
    var others = new LinkedHashMap<String, Figures>();
    others().forEach((name, predictor) -> others.put(name, measure(name, predictor)));
    var shop = Served.shop(split.train());
    var settings = NextInSession.Settings.DEFAULT;
    var blind = new Served(shop, new NextInSession(settings.withoutCatalog()));
    var served = new Served(shop, new NextInSession(settings));
    var shown = measure("next-in-session", served.shown());
    var scored = measure("next-in-session, the current allowed", served.scored());
    others.forEach((name, figures) -> cells.put(name, figures.cells()));
    cells.put("**next-in-session**", shown.cells());
    cells.put("- knowing no catalog", measure("without a catalog", blind.shown()).cells());
    cells.put("next-in-session, the current allowed", scored.cells());
    cells.put(
        "- the same, knowing no catalog", measure("without a catalog", blind.scored()).cells());
    var ours = new Figures(scored.with(), shown.without());
    others.forEach((name, other) ->
        checks.add(
            new Check(
                "%s, next-in-session is above %s: as shown without the current, by its scores with it"
                    .formatted(times, name),
                ours.isAbove(other))));
    var values = new LinkedHashMap<String, List<Double>>();
    others.forEach((name, figures) -> values.put(name, figures.values()));
    return List.of(
        Table.of(Figures.HEADER, cells),
        Comparison.of(
            "next-in-session (with the current: by its scores)",
            Figures.HEADER,
            ours.values(),
            values));
  }

  private Figures measure(String name, Predictor predictor) {
    progress.say("C: %s, %s".formatted(name, times));
    return Figures.of(predictor, split.test());
  }

  private Map<String, Predictor> others() {
    var views = split.trainingViews();
    var frequency = new Frequency(views);
    var others = new LinkedHashMap<String, Predictor>();
    others.put("most viewed", Predictor.of(frequency::ofAll));
    others.put("most viewed of the category", Predictor.of(frequency::ofCategory));
    others.put("item-kNN", Predictor.of(new ItemKnn(views)));
    others.put("V-SKNN, as published", Predictor.of(new SessionKnn(VSKNN, views)));
    others.put("V-SKNN", Predictor.of(new SessionKnn(tuned.vsknn(), views)));
    others.put("STAN, as for RetailRocket", Predictor.of(new SessionKnn(STAN, views)));
    others.put("STAN", Predictor.of(new SessionKnn(tuned.stan(), views)));
    return others;
  }
}
