package dev.perennial.evaluation.session;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The published neighbourhood methods, written out from their papers. */
final class SessionKnn implements Predictor.Scoring {

  /** How sessions are compared and followed. */
  sealed interface Method {
    int candidates();

    int neighbours();
  }

  /**
   * V-SKNN (Ludewig and Jannach, UMUAI 2018): a click weighs by its position, linearly; a neighbour
   * by how long ago the last common click was, 1/i.
   */
  record Vsknn(int neighbours, int candidates) implements Method {}

  /** STAN (Garg et al., SIGIR 2019): three exponential decays. */
  record Stan(int neighbours, int candidates, double position, Duration memory, double reach)
      implements Method {}

  private record Known(int number, List<String> products, Set<String> set, Instant end) {}

  private record Neighbour(Known session, double similarity) {}

  private final Method method;
  private final Map<String, List<Known>> byProduct = new HashMap<>();

  SessionKnn(Method method, List<List<Event>> sessions) {
    this.method = method;
    for (int i = 0; i < sessions.size(); i++) {
      var products = sessions.get(i).stream().map(Event::product).toList();
      var known = new Known(i, products, new HashSet<>(products), sessions.get(i).getLast().at());
      known.set.forEach(one -> byProduct.computeIfAbsent(one, _ -> new ArrayList<>()).add(known));
    }
  }

  @Override
  public Map<String, Double> scores(List<String> clicks, Instant now) {
    var weights = weights(clicks);
    var scores = new HashMap<String, Double>();
    for (var neighbour : neighbours(weights, now)) {
      switch (method) {
        case Vsknn _ -> {
          double pull = neighbour.similarity / stepsBack(clicks, neighbour.session.set);
          neighbour.session.set.forEach(product -> scores.merge(product, pull, Double::sum));
        }
        case Stan stan -> follow(neighbour, weights, stan, scores);
      }
    }
    return scores;
  }

  private Map<String, Double> weights(List<String> clicks) {
    var weights = new HashMap<String, Double>();
    int length = clicks.size();
    for (int i = 1; i <= length; i++) {
      double weight =
          switch (method) {
            case Vsknn _ -> (double) i / length;
            case Stan stan -> Math.exp((i - length) / stan.position);
          };
      weights.put(clicks.get(i - 1), weight);
    }
    return weights;
  }

  private List<Neighbour> neighbours(Map<String, Double> weights, Instant now) {
    return weights.keySet().stream()
        .flatMap(click -> byProduct.getOrDefault(click, List.of()).stream())
        .distinct()
        .sorted(comparing(Known::end).reversed().thenComparing(Known::number))
        .limit(method.candidates())
        .map(session -> new Neighbour(session, similarity(session, weights, now)))
        .sorted(
            comparingDouble(Neighbour::similarity)
                .reversed()
                .thenComparing(neighbour -> neighbour.session.number))
        .limit(method.neighbours())
        .toList();
  }

  private double similarity(Known session, Map<String, Double> weights, Instant now) {
    double sum = 0;
    double squares = 0;
    for (var click : weights.entrySet()) {
      sum += session.set.contains(click.getKey()) ? click.getValue() : 0;
      squares += click.getValue() * click.getValue();
    }
    return switch (method) {
      case Vsknn _ -> sum / weights.size();
      case Stan stan -> {
        double age = Duration.between(session.end, now).toMillis();
        double cosine = sum / (Math.sqrt(squares) * Math.sqrt(session.set.size()));
        yield cosine * Math.exp(-age / stan.memory.toMillis());
      }
    };
  }

  private static int stepsBack(List<String> clicks, Set<String> products) {
    for (int i = clicks.size() - 1; i >= 0; i--) {
      if (products.contains(clicks.get(i))) {
        return clicks.size() - i;
      }
    }
    throw new IllegalStateException("a neighbour has something in common");
  }

  private static void follow(
      Neighbour neighbour, Map<String, Double> weights, Stan stan, Map<String, Double> scores) {
    var products = neighbour.session.products;
    int common = 0;
    for (int i = 0; i < products.size(); i++) {
      common = weights.containsKey(products.get(i)) ? i : common;
    }
    for (String product : neighbour.session.set) {
      double distance = Math.abs(products.lastIndexOf(product) - common);
      scores.merge(product, neighbour.similarity * Math.exp(-distance / stan.reach), Double::sum);
    }
  }
}
