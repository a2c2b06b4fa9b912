package dev.perennial.evaluation.together;

import dev.perennial.evaluation.Comparison;
import dev.perennial.evaluation.Options;
import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Report;
import dev.perennial.evaluation.Report.Check;
import dev.perennial.evaluation.Report.Part;
import dev.perennial.evaluation.Report.Text;
import dev.perennial.evaluation.Section;
import dev.perennial.evaluation.Table;
import dev.perennial.evaluation.retail.Invoice;
import dev.perennial.evaluation.retail.Period;
import dev.perennial.evaluation.retail.RetailFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Section A, on Online Retail. */
public final class TogetherSection implements Section {

  /** The split is so many months before the last order: 2011-11-09, where figures are published. */
  private static final int MONTHS_TO_TEST = 1;

  private static final double TOLERANCE = 0.0005;

  /** A month before the one that the settings were chosen by. */
  private static final LocalDate OTHER_SPLIT = LocalDate.of(2011, 9, 9);

  private static final LocalDate OTHER_END = LocalDate.of(2011, 10, 10);

  private static final double TARGET_HIT_RATE = .649;
  private static final double TARGET_LEFT_OUT_HIT_RATE = .327;

  private static final String SHIPPED =
      "Online Retail (a year of a British shop for gifts; UCI Machine Learning Repository, CC BY 4.0)";

  private static final String PROTOCOL =
      """
      , without refunds, adjustments, lines of no quantity or price, and codes that do not \
      start with five digits. Known products are those in at least five of the orders to learn \
      from; the test is every later basket of at least two of them. T1: one product of a basket, \
      ten items; T2: the basket less one product, the rank of that product. A basket counts with \
      the mean over its products; the ideal of nDCG is min(10, basket - 1); a rank is one more \
      than the candidates that score higher.\
      """;

  private static final String SERVICE =
      """
      `frequently-bought-together` is asked as the service asks it: a shop that has heard of the \
      orders, the model made of them, with its default settings; they were chosen on the orders \
      before 2011-11-09 only, tested on the last month of those. It shows only what the guard \
      admits (at least three orders with both, chi-square at least 3.84); the baselines have no \
      such bound.\
      """;

  @Override
  public String key() {
    return "A";
  }

  @Override
  public boolean splitsByDate() {
    return true;
  }

  @Override
  public Report run(Options options, Progress progress) {
    progress.say("A: reading the orders");
    var invoices = RetailFile.read(options);
    var parts = new ArrayList<Part>();
    var checks = new ArrayList<Check>();
    parts.add(
        new Text(options.csv().map(file -> "The orders of " + file).orElse(SHIPPED) + PROTOCOL));
    parts.add(new Text(SERVICE));
    var day = Period.of(invoices).split(options.split(), MONTHS_TO_TEST);
    run(at(day), Instant.MAX, invoices, options.asPublished(), progress, parts, checks);
    if (options.asPublished()) {
      parts.add(new Text("The same on the month before the one that the settings were chosen by:"));
      run(at(OTHER_SPLIT), at(OTHER_END), invoices, false, progress, parts, checks);
    }
    return new Report("A. Frequently bought together", parts, checks);
  }

  private static void run(
      Instant instant,
      Instant end,
      List<Invoice> invoices,
      boolean published,
      Progress progress,
      List<Part> parts,
      List<Check> checks) {
    var split = Split.at(instant, end, invoices);
    if (split.test().isEmpty()) {
      throw new IllegalArgumentException(
          "section A needs later orders of two products that at least five earlier orders hold");
    }
    var size =
        String.format(
            Locale.ROOT,
            "%,d orders before %s with %,d known products; %,d test baskets.",
            split.train().size(),
            LocalDate.ofInstant(instant, ZoneOffset.UTC),
            split.products().size(),
            split.test().size());
    progress.say("A: " + size);
    var tasks = new Tasks(split);
    var rows = new ArrayList<List<String>>();
    var others = new LinkedHashMap<String, List<Double>>();
    for (Method method : Method.baselines(new Baselines(split))) {
      progress.say("A: " + method.name());
      var measured = tasks.measure(method.scorer().get());
      rows.add(row(method.name(), measured));
      others.put(method.name(), measured.values());
      if (published) {
        rows.add(row("- as published", method.published()));
        checks.add(reproduced(method, measured));
      }
    }
    progress.say("A: the service");
    var ours = tasks.measure(StrategyScorer.of(split, instant));
    rows.add(row("**the service**", ours));
    parts.add(new Text(size));
    parts.add(new Table(header(), rows));
    parts.add(Comparison.of("The service", Figures.HEADER, ours.values(), others));
    if (published) {
      checks.addAll(targets(ours));
    }
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<Check> targets(Figures ours) {
    return List.of(
        new Check("T1 HR@10 of the service is above .649", ours.hitRate() > TARGET_HIT_RATE),
        new Check(
            "T2 HR@10 of the service is above .327, by the same answers",
            ours.leftOutHitRate() > TARGET_LEFT_OUT_HIT_RATE));
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
