package dev.perennial.evaluation.basket;

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
import dev.perennial.evaluation.basket.Protocol.Question;
import dev.perennial.evaluation.retail.Period;
import dev.perennial.evaluation.retail.RetailFile;
import dev.perennial.recommendation.person.domain.NextBest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Section B, on the customers of Online Retail, or of another shop. */
public final class BasketSection implements Section {

  /** The split is so many months before the last order, when none is chosen. */
  private static final int MONTHS_TO_TEST = 3;

  private static final String TIFU = "TIFU-KNN";
  private static final String SERVED = "**next-best**";
  private static final List<String> TO_BEAT =
      List.of("G-TopFreq", "P-TopFreq", "GP-TopFreq", "UP-CF", TIFU);

  // As in the ranges that the paper searches.
  private static final TifuKnn.Settings TIFU_AS_PUBLISHED =
      new TifuKnn.Settings(7, 0.9, 0.7, 300, 0.7);

  private static final String BY_DEFAULT =
      """
       next-best is measured with its defaults, which were chosen on Online Retail before \
      2011-09-09, and with those chosen here.\
      """;

  private static final String INTRODUCTION =
      """
      The last order of each customer of at least three (as in the papers; refunds, cancelled \
      orders and what is no product left out) is to be told from the customer's earlier orders and \
      all other histories. Recall and nDCG are over all products of that order, also those that \
      nobody had bought before; PHR is the share of customers with any hit. Repeat and explore are \
      apart, as "A Next Basket Recommendation Reality Check" (Li et al., TOIS 2023) asks for: most \
      of what can be hit are repeats. A difference is more than chance when that of the customers, \
      one by one, has a mean that is not 0 with 95 %.\
      """;

  private static final String NOTE =
      """
      next-best knows the day that it is asked on, and looks at what the shop sold in the days \
      before, never after; the other methods have no notion of the date. Like them it learns tastes \
      from all histories, of which some end later than the order that is to be told. How it is made \
      (habit, taste, season) was found out on this data, too, before the questions were parted; \
      only its settings are chosen by those that no table asks. The dial goes from 0 (repeats only) \
      to 1 (only what is new to the customer).\
      """;

  @Override
  public String key() {
    return "B";
  }

  @Override
  public boolean splitsByDate() {
    return true;
  }

  @Override
  public Report run(Options options, Progress progress) {
    progress.say("B: reading the orders");
    var invoices = RetailFile.read(options);
    var day = Period.of(invoices).split(options.split(), MONTHS_TO_TEST);
    var split = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    var before = Protocol.of(invoices, split);
    // Every second customer, by number.
    var tuning = asking(before, one -> one.customer() % 2 == 0);
    var tuned = Tuned.on(tuning, progress);
    var parts = new ArrayList<Part>(List.of(new Text(INTRODUCTION)));
    parts.add(new Text(chosen(day, tuning, tuned)));
    var checks = new ArrayList<Check>();
    checks.add(
        new Check(
            "the settings that next-best has by default are those that the search ends with",
            tuned.isAsByDefault()));
    var run = new Run(tuned, progress, parts, checks);
    run.measure(
        "last orders from " + day + " on",
        asking(Protocol.of(invoices, Instant.MAX), one -> !one.at().isBefore(split)));
    run.measure(
        "last orders before " + day + " of the other customers",
        asking(before, one -> one.customer() % 2 == 1));
    parts.add(new Text(NOTE));
    return new Report(
        "B. Next basket of a person", parts, options.asPublished() ? checks : List.of());
  }

  private static Protocol asking(Protocol protocol, Predicate<Question> which) {
    var asking = protocol.asking(which);
    if (asking.questions().isEmpty()) {
      throw new IllegalArgumentException(
          "section B needs customers of at least three orders, before the split and after it");
    }
    return asking;
  }

  private static String chosen(LocalDate day, Protocol tuning, Tuned tuned) {
    return """
    The settings of all methods are chosen by the last orders before %s of every second customer \
    (%,d), with all later orders and the last ones of the others unknown: the highest sum of recall \
    and nDCG at 10 and 20, one setting after the other. No table asks for these orders. It ends \
    with: %s.%s\
    """
        .formatted(
            day, tuning.questions().size(), tuned.words(), tuned.isAsByDefault() ? "" : BY_DEFAULT);
  }

  /** Measures all methods, table by table. */
  private record Run(Tuned tuned, Progress progress, List<Part> parts, List<Check> checks) {

    void measure(String orders, Protocol protocol) {
      parts.add(new Text(size(orders, protocol)));
      var measured = new LinkedHashMap<String, Figures>();
      predictors(protocol)
          .forEach((name, predictor) -> {
            progress.say("B: %s, %s".formatted(name, orders));
            measured.put(name, Figures.of(protocol, predictor));
          });
      var cells = new LinkedHashMap<String, List<String>>();
      measured.forEach((name, figures) -> cells.put(name, figures.cells()));
      parts.add(Table.of(Figures.HEADER, cells));
      var served = requireNonNull(measured.get(SERVED));
      var others = new LinkedHashMap<String, List<Double>>();
      for (var name : TO_BEAT) {
        var other = requireNonNull(measured.get(name));
        others.put(name, other.main());
        checks.add(
            new Check(
                "%s: next-best is in none of recall and nDCG at 10 and 20 below %s by more than chance"
                    .formatted(orders, name),
                !served.isWorseThan(other)));
      }
      parts.add(Comparison.of("next-best", Figures.MAIN, served.main(), others));
    }

    private static String size(String orders, Protocol protocol) {
      return String.format(
          Locale.ROOT,
          "Asked: the %s, %,d of them; %,d customers and %,d products are known.",
          orders,
          protocol.questions().size(),
          protocol.histories().size(),
          protocol.products().size());
    }

    private Map<String, Predictor> predictors(Protocol protocol) {
      var frequency = new Frequency(protocol);
      var shop = Served.shop(protocol);
      var predictors = new LinkedHashMap<String, Predictor>();
      predictors.put("G-TopFreq", frequency::ofAll);
      predictors.put("P-TopFreq", frequency::ofPerson);
      predictors.put("GP-TopFreq", frequency::ofPersonThenAll);
      predictors.put("UP-CF", new UserPopularity(protocol, tuned.userPopularity()));
      predictors.put("TIFU-KNN, not tuned", new TifuKnn(protocol, TIFU_AS_PUBLISHED));
      predictors.put(TIFU, new TifuKnn(protocol, tuned.tifu()));
      predictors.put(SERVED, new Served(shop, new NextBest(), Optional.empty()));
      if (!tuned.isAsByDefault()) {
        var chosen = tuned.nextBest();
        predictors.put(
            "next-best, settings as chosen here",
            new Served(
                Served.shop(protocol, chosen.seedPower()),
                new NextBest(chosen.settings()),
                Optional.empty()));
      }
      for (double dial : List.of(0.0, 0.2, 0.5, 1.0)) {
        predictors.put(
            "next-best, dial " + dial, new Served(shop, new NextBest(), Optional.of(dial)));
      }
      return predictors;
    }
  }
}
