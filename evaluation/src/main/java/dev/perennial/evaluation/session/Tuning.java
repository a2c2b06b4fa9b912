package dev.perennial.evaluation.session;

import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Search;
import dev.perennial.recommendation.session.domain.NextInSession;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses settings by sessions that no table tells: the highest sum of hit rates and mean
 * reciprocal ranks, with and without the current product; of the service without it only, as it
 * never shows it.
 */
final class Tuning {

  /** Minutes; the last one is as good as for ever on half an hour. */
  private static final List<Double> MEMORIES = List.of(5.0, 15.0, 60.0, 144_000.0);

  private static final List<List<Double>> VSKNN =
      List.of(List.of(50.0, 100.0, 200.0, 500.0, 1500.0), List.of(500.0, 1000.0, 2500.0, 5000.0));

  private static final List<List<Double>> STAN =
      List.of(
          List.of(100.0, 200.0, 500.0, 1500.0),
          List.of(.2263, .4525, .905, 1.81, 3.62, 7.24),
          MEMORIES,
          List.of(.2263, .4525, .905, 1.81, 3.62, 7.24));

  private static final List<List<Double>> NEXT_IN_SESSION =
      List.of(
          List.of(100.0, 200.0, 500.0, 1500.0),
          List.of(.45, .9, 1.8, 3.6),
          List.of(.25, .5, 1.0, 2.0),
          List.of(.25, .5, 1.0, 2.0, 4.0));

  private final Split split;
  private final Progress progress;

  Tuning(Split split, Progress progress) {
    this.split = split;
    this.progress = progress;
  }

  SessionKnn.Vsknn vsknn() {
    progress.say("C: choosing the settings of V-SKNN");
    var views = split.trainingViews();
    return best(
        VSKNN,
        Tuning::vsknn,
        chosen -> figures(Predictor.of(new SessionKnn(chosen, views))).values());
  }

  SessionKnn.Stan stan() {
    progress.say("C: choosing the settings of STAN");
    var views = split.trainingViews();
    return best(
        STAN,
        Tuning::stan,
        chosen -> figures(Predictor.of(new SessionKnn(chosen, views))).values());
  }

  NextInSession.Settings nextInSession() {
    progress.say("C: choosing the settings of next-in-session");
    Shop shop = Served.shop(split.train());
    return best(
        NEXT_IN_SESSION,
        Tuning::nextInSession,
        chosen -> figures(new Served(shop, new NextInSession(chosen)).shown()).without().values());
  }

  private Figures figures(Predictor predictor) {
    return Figures.of(predictor, split.test());
  }

  /** The settings whose figures come to the highest sum. */
  private static <S> S best(
      List<List<Double>> values,
      Function<List<Double>, S> settings,
      Function<S, List<Double>> figures) {
    return settings.apply(
        Search.best(
            values,
            chosen ->
                figures.apply(settings.apply(chosen)).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum()));
  }

  private static SessionKnn.Vsknn vsknn(List<Double> v) {
    return new SessionKnn.Vsknn(v.get(0).intValue(), v.get(1).intValue());
  }

  private static SessionKnn.Stan stan(List<Double> v) {
    var memory = Duration.ofMinutes(v.get(2).longValue());
    return new SessionKnn.Stan(v.get(0).intValue(), 2500, v.get(1), memory, v.get(3));
  }

  /** How old sessions are worth less can't be chosen on half an hour. */
  private static NextInSession.Settings nextInSession(List<Double> v) {
    var byDefault = NextInSession.Settings.DEFAULT;
    return new NextInSession.Settings(
        byDefault.candidates(),
        v.get(0).intValue(),
        v.get(1),
        v.get(2),
        byDefault.memory(),
        v.get(3));
  }
}
