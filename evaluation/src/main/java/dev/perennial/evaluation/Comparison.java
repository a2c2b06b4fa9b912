package dev.perennial.evaluation;

import dev.perennial.evaluation.Report.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in which figures a method is above all others, and in which it is not. */
public final class Comparison {

  private Comparison() {}

  /**
   * In words.
   *
   * @param measures names of the figures; what the others have besides is not looked at
   * @param others the figures of each other method, in the same order
   */
  public static Text of(
      String name, List<String> measures, List<Double> figures, Map<String, List<Double>> others) {
    var beaten = new ArrayList<String>();
    var missed = new ArrayList<String>();
    for (int i = 0; i < measures.size(); i++) {
      int measure = i;
      var best =
          others.entrySet().stream()
              .max(Comparator.comparingDouble(other -> other.getValue().get(measure)))
              .orElseThrow();
      var words =
          "%s (%s; the best other, %s, %s)"
              .formatted(
                  measures.get(i),
                  Table.figure(figures.get(i)),
                  best.getKey(),
                  Table.figure(best.getValue().get(i)));
      (figures.get(i) > best.getValue().get(i) ? beaten : missed).add(words);
    }
    return new Text(
        Stream.of(
                sentence(name + " is above all others in", beaten),
                sentence("Not above in", missed))
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  private static String sentence(String begin, List<String> figures) {
    return figures.isEmpty() ? "" : begin + " " + String.join(", ", figures) + ".";
  }
}
