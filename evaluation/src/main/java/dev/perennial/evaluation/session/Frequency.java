package dev.perennial.evaluation.session;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is viewed most: of all, or of the category of the last click. */
final class Frequency {

  private final Map<String, Double> ofAll;
  private final Map<String, Map<String, Double>> byCategory = new HashMap<>();
  private final Map<String, String> categories;

  Frequency(List<List<Event>> views) {
    ofAll =
        views.stream()
            .flatMap(List::stream)
            .collect(groupingBy(Event::product, collectingAndThen(counting(), Long::doubleValue)));
    categories =
        views.stream()
            .flatMap(List::stream)
            .collect(toMap(Event::product, Event::category, (first, _) -> first));
    ofAll.forEach((product, count) ->
        byCategory
            .computeIfAbsent(categories.getOrDefault(product, ""), _ -> new HashMap<>())
            .put(product, count));
  }

  Map<String, Double> ofAll(List<String> clicks, Instant now) {
    return ofAll;
  }

  Map<String, Double> ofCategory(List<String> clicks, Instant now) {
    return byCategory.getOrDefault(categories.getOrDefault(clicks.getLast(), ""), Map.of());
  }
}
