package dev.perennial.evaluation.together;

import dev.perennial.evaluation.Comparison;
import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Report.Check;
import dev.perennial.evaluation.Report.Part;
import dev.perennial.evaluation.Report.Text;
import dev.perennial.evaluation.Table;
import dev.perennial.evaluation.retail.Invoice;
import dev.perennial.recommendation.together.domain.ModelSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures the service beside the baselines, split by split. */
record Comparing(List<Invoice> invoices, Progress progress) {

  private static final double TOLERANCE = 0.0005;

  /**
   * What came out of one split.
   *
   * @param reproduced whether each baseline is as published, where that was looked at
   */
  record Result(
      Figures service, Map<String, Figures> others, List<Part> parts, List<Check> reproduced) {

    boolean isAboveAll(ToDoubleFunction<Figures> measure) {
      return others.values().stream()
          .allMatch(other -> measure.applyAsDouble(service) > measure.applyAsDouble(other));
    }
  }

  /**
   * Learned from the orders before, judged by those from the instant to the end.
   *
   * @param published whether it is the split of which there are published figures
   */
  Result of(Instant instant, Instant end, boolean published) {
    var split = Split.at(instant, end, invoices);
    if (split.test().isEmpty()) {
      throw new IllegalArgumentException(
          "section A needs later orders of two products that at least five earlier orders hold");
    }
    var size = size(split, instant);
    progress.say("A: " + size);
    var tasks = new Tasks(split);
    var rows = new LinkedHashMap<String, List<String>>();
    var others = new LinkedHashMap<String, Figures>();
    var reproduced = new ArrayList<Check>();
    for (Method method : Method.baselines(new Baselines(split))) {
      progress.say("A: " + method.name());
      var measured = tasks.measure(method.scorer().get());
      rows.put(method.name(), measured.cells());
      others.put(method.name(), measured);
      if (published) {
        rows.put("- published: " + method.name(), method.published().cells());
        reproduced.add(reproduced(method, measured));
      }
    }
    progress.say("A: the service");
    var ours = tasks.measure(StrategyScorer.of(split, instant, ModelSettings.DEFAULT));
    rows.put("**the service**", ours.cells());
    var parts = List.<Part>of(new Text(size), Table.of(Figures.HEADER, rows), words(ours, others));
    return new Result(ours, others, parts, reproduced);
  }

  private static String size(Split split, Instant instant) {
    return String.format(
        Locale.ROOT,
        "%,d orders before %s with %,d known products; %,d test baskets.",
        split.train().size(),
        LocalDate.ofInstant(instant, ZoneOffset.UTC),
        split.products().size(),
        split.test().size());
  }

  private static Text words(Figures ours, Map<String, Figures> others) {
    var values = new LinkedHashMap<String, List<Double>>();
    others.forEach((name, figures) -> values.put(name, figures.values()));
    return Comparison.of("The service", Figures.HEADER, ours.values(), values);
  }

  private static Check reproduced(Method method, Figures measured) {
    return new Check(
        "the published figures of " + method.name() + " are reproduced within .0005",
        measured.differenceTo(method.published()) <= TOLERANCE);
  }
}
