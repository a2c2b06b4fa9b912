package dev.perennial.evaluation.together;

import dev.perennial.evaluation.Options;
import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Report;
import dev.perennial.evaluation.Report.Check;
import dev.perennial.evaluation.Report.Part;
import dev.perennial.evaluation.Report.Text;
import dev.perennial.evaluation.Section;
import dev.perennial.evaluation.retail.Period;
import dev.perennial.evaluation.retail.RetailFile;
import dev.perennial.recommendation.together.domain.ModelSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Section A, on Online Retail. */
public final class TogetherSection implements Section {

  /** The split is so many months before the last order: 2011-11-09, where figures are published. */
  private static final int MONTHS_TO_TEST = 1;

  /** The month that the settings are chosen by ends where the test begins. */
  private static final LocalDate TUNED_FROM = LocalDate.of(2011, 10, 9);

  private static final LocalDate TUNED_TO = LocalDate.of(2011, 11, 9);

  private static final LocalDate OTHER_SPLIT = LocalDate.of(2011, 9, 9);

  static final double TARGET_HIT_RATE = .649;
  static final double TARGET_LEFT_OUT_HIT_RATE = .327;

  private static final String TITLE = "A. Frequently bought together";

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
      orders, the model made of them, with its default settings. It shows only what the guard \
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
    var day = Period.of(invoices).split(options.split(), MONTHS_TO_TEST);
    var table = new Comparing(invoices, progress);
    var parts = new ArrayList<Part>();
    parts.add(
        new Text(options.csv().map(file -> "The orders of " + file).orElse(SHIPPED) + PROTOCOL));
    parts.add(new Text(SERVICE));
    if (!options.asPublished()) {
      parts.add(new Text("The settings were chosen on Online Retail, before " + TUNED_TO + "."));
      parts.addAll(table.of(at(day), Instant.MAX, false).parts());
      return new Report(TITLE, parts, List.of());
    }
    var chosen = Tuning.settings(at(TUNED_FROM), at(TUNED_TO), invoices, progress);
    parts.add(new Text(chosen(chosen)));
    var published = table.of(at(day), Instant.MAX, true);
    parts.addAll(published.parts());
    parts.add(new Text("The same on the month before the one that the settings were chosen by:"));
    var other = table.of(at(OTHER_SPLIT), at(TUNED_FROM), false);
    parts.addAll(other.parts());
    return new Report(TITLE, parts, checks(chosen, published, other));
  }

  private static String chosen(ModelSettings chosen) {
    return """
    The default settings are what a search over half-life, neighbours and ridge ends with that \
    looks at no order from %s on: it learns from the orders before %s and is judged by the \
    baskets after it, by the sum of both hit rates. Here it ends with: %s.\
    """
        .formatted(TUNED_TO, TUNED_FROM, Tuning.words(chosen));
  }

  private static List<Check> checks(
      ModelSettings chosen, Comparing.Result published, Comparing.Result other) {
    var checks = new ArrayList<Check>();
    checks.add(
        new Check(
            "the settings that the service has by default are those that the search ends with",
            chosen.equals(ModelSettings.DEFAULT)));
    checks.addAll(published.reproduced());
    checks.add(
        new Check(
            "T1 HR@10 of the service is above .649",
            published.service().hitRate() > TARGET_HIT_RATE));
    checks.add(
        new Check(
            "T2 HR@10 of the service is above .327, by the same answers",
            published.service().leftOutHitRate() > TARGET_LEFT_OUT_HIT_RATE));
    checks.add(
        new Check(
            "at the other split, too, both hit rates of the service are above all others",
            other.isAboveAll(Figures::hitRate) && other.isAboveAll(Figures::leftOutHitRate)));
    return checks;
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
