package dev.perennial.evaluation.together;

import dev.perennial.evaluation.Options;
import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Report;
import dev.perennial.evaluation.Report.Check;
import dev.perennial.evaluation.Report.Part;
import dev.perennial.evaluation.Report.Text;
import dev.perennial.evaluation.Section;
import dev.perennial.evaluation.Table;
import dev.perennial.evaluation.retail.RetailFile;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Section A, on Online Retail. */
public final class TogetherSection implements Section {

  private static final LocalDate PUBLISHED_SPLIT = LocalDate.of(2011, 11, 9);
  private static final double TOLERANCE = 0.0005;

  /** A method by its name, and its figures as published. */
  private record Method(String name, Figures published, Supplier<Scorer> scorer) {}

  @Override
  public String key() {
    return "A";
  }

  @Override
  public boolean splitsByDate() {
    return true;
  }

  @Override
  public Report run(Options options, Progress progress) throws IOException {
    progress.say("A: reading the orders");
    var invoices = RetailFile.read(options);
    var day = options.split().orElse(PUBLISHED_SPLIT);
    var split = Split.at(day.atStartOfDay(ZoneOffset.UTC).toInstant(), Instant.MAX, invoices);
    progress.say(
        String.format(
            Locale.ROOT,
            "A: %,d orders before %s, %,d known products; %,d baskets after",
            split.train().size(),
            day,
            split.products().size(),
            split.test().size()));
    var tasks = new Tasks(split);
    var rows = new ArrayList<List<String>>();
    var checks = new ArrayList<Check>();
    for (Method method : methods(new Baselines(split))) {
      progress.say("A: " + method.name());
      var measured = tasks.measure(method.scorer().get());
      rows.add(row(method.name(), measured));
      if (options.asPublished()) {
        rows.add(row("(published)", method.published()));
        checks.add(reproduced(method, measured));
      }
    }
    var table = new Table(header(), rows);
    return new Report("A. Frequently bought together", parts(table), checks);
  }

  private static List<Part> parts(Table table) {
    return List.of(new Text("Online Retail."), table);
  }

  private static List<Method> methods(Baselines baselines) {
    return List.of(
        new Method(
            "popularity", new Figures(.3815, .0752, .003, .0330, .0121), baselines::popularity),
        new Method(
            "confidence", new Figures(.6462, .2044, .618, .1455, .0702), baselines::confidence),
        new Method(
            "lift, support at least 3",
            new Figures(.2942, .0664, .897, .0699, .0344),
            baselines::lift),
        new Method(
            "log-likelihood ratio",
            new Figures(.6163, .1996, .875, .2224, .1146),
            baselines::logLikelihoodRatio),
        new Method("Jaccard", new Figures(.5887, .1864, .963, .2175, .1143), baselines::jaccard),
        new Method(
            "EASE, penalty 50",
            new Figures(.6390, .1930, .863, .3266, .1606),
            () -> baselines.ease(50)),
        new Method(
            "EASE, penalty 500",
            new Figures(.6489, .2035, .855, .3010, .1459),
            () -> baselines.ease(500)));
  }

  private static Check reproduced(Method method, Figures measured) {
    double difference = measured.differenceTo(method.published());
    return new Check(
        "the published figures of " + method.name() + " are reproduced within .0005",
        difference <= TOLERANCE);
  }

  private static List<String> header() {
    var header = new ArrayList<>(List.of(""));
    header.addAll(Figures.HEADER);
    return header;
  }

  private static List<String> row(String name, Figures figures) {
    var row = new ArrayList<>(List.of(name));
    row.addAll(figures.cells());
    return row;
  }
}
